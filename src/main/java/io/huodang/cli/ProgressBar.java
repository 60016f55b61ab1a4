package io.huodang.cli;

/** A bar on standard error that moves in place; only a person at a terminal sees it. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final boolean seen = System.console() != null && System.console().isTerminal();

  void show(String what, int done, int all) {
    if (seen) {
      int filled = WIDTH * done / Math.max(1, all);
      System.err.printf(
          "\r[%s%s] %d of %d %s ", "#".repeat(filled), ".".repeat(WIDTH - filled), done, all, what);
    }
  }

  /** What is printed next begins on a line of its own. */
  void end() {
    if (seen) {
      System.err.println();
    }
  }
}
