package io.huodang.identity;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The slips by which a number that was read differs from the one that was printed: a character
 * changed, dropped or added, or two neighbours swapped.
 */
final class Slips {
  /** More slips than this are not told apart. */
  static final int MANY = 3;

  private Slips() {}

  /** How many slips lie between the two, at most {@link #MANY}. */
  static int between(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) >= MANY) {
      return MANY;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] next = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(change, Math.min(last[j], next[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = next;
      next = free;
    }
    return Math.min(last[b.length()], MANY);
  }

  /**
   * Every number that is one slip from this one; {@code characters} are those it may consist of.
   */
  static Set<String> around(String number, String characters) {
    Set<String> around = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder(number);
    for (int i = 0; i < number.length(); i++) {
      char own = number.charAt(i);
      for (int c = 0; c < characters.length(); c++) {
        text.setCharAt(i, characters.charAt(c));
        around.add(text.toString());
      }
      text.setCharAt(i, own);
      around.add(number.substring(0, i) + number.substring(i + 1));
      if (i > 0) {
        around.add(
            number.substring(0, i - 1) + own + number.charAt(i - 1) + number.substring(i + 1));
      }
    }
    for (int i = 0; i <= number.length(); i++) {
      for (int c = 0; c < characters.length(); c++) {
        around.add(number.substring(0, i) + characters.charAt(c) + number.substring(i));
      }
    }
    around.remove(number);
    return around;
  }
}
