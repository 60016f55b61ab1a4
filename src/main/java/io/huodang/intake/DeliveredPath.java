package io.huodang.intake;

/** The path under which a file was delivered: shown to people, never used to reach a file. */
final class DeliveredPath {
  private static final int LONGEST = 1000;

  private DeliveredPath() {}

  /** Without control characters, at most 1,000 characters; {@code file} when nothing is left. */
  static String clean(String path) {
    StringBuilder out = new StringBuilder();
    path.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST)
        .forEach(out::appendCodePoint);
    return out.toString().isBlank() ? "file" : out.toString();
  }
}
