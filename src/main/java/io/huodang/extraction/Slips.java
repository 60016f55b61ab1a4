package io.huodang.extraction;

/** Counts the characters by which a reading differs from what was printed (Levenshtein). */
final class Slips {
  private Slips() {}

  /** Insertions, deletions and changes between the two. */
  static int between(String read, String printed) {
    return count(read, printed, false);
  }

  /** The same for the part of {@code read} that fits best. */
  static int within(String read, String printed) {
    return count(read, printed, true);
  }

  private static int count(String read, String printed, boolean anywhere) {
    int[] last = new int[printed.length() + 1];
    int[] next = new int[printed.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    int best = last[printed.length()];
    for (int i = 1; i <= read.length(); i++) {
      next[0] = anywhere ? 0 : i;
      for (int j = 1; j <= printed.length(); j++) {
        int change = last[j - 1] + (read.charAt(i - 1) == printed.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(change, Math.min(last[j], next[j - 1]) + 1);
      }
      int[] swap = last;
      last = next;
      next = swap;
      best = Math.min(best, last[printed.length()]);
    }
    return anywhere ? best : last[printed.length()];
  }
}
