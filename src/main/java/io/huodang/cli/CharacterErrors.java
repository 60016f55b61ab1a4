package io.huodang.cli;

import java.util.HashMap;
import java.util.Map;

/** Counts wrong, missing and extra characters of a text that was read (Levenshtein). */
final class CharacterErrors {
  private CharacterErrors() {}

  /** What counts: Chinese characters, letters and digits, full-width ones as half-width. */
  static int[] counted(String text) {
    return text.codePoints()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .filter(c -> Character.isIdeographic(c) || c < 128 && Character.isLetterOrDigit(c))
        .toArray();
  }

  static int between(int[] printed, int[] read) {
    int[] last = new int[read.length + 1];
    int[] next = new int[read.length + 1];
    for (int j = 0; j <= read.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= printed.length; i++) {
      next[0] = i;
      for (int j = 1; j <= read.length; j++) {
        int change = last[j - 1] + (printed[i - 1] == read[j - 1] ? 0 : 1);
        next[j] = Math.min(change, Math.min(last[j], next[j - 1]) + 1);
      }
      int[] swap = last;
      last = next;
      next = swap;
    }
    return last[read.length];
  }

  /** The same when each character may stand anywhere: never more than {@link #between}. */
  static int inAnyOrder(int[] printed, int[] read) {
    Map<Integer, Integer> balance = new HashMap<>();
    for (int c : printed) {
      balance.merge(c, 1, Integer::sum);
    }
    for (int c : read) {
      balance.merge(c, -1, Integer::sum);
    }
    int missing = balance.values().stream().mapToInt(count -> Math.max(0, count)).sum();
    int extra = missing + read.length - printed.length;
    return Math.max(missing, extra);
  }
}
