package io.huodang.search;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers that someone may have meant who typed another one: one character wrong, left out or typed
 * twice, or two neighbours exchanged.
 */
final class NearNumbers {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 20;
  private static final String DIGITS = "0123456789";

  /** A check character stands at the end only. */
  private static final String LAST = "0123456789X";

  private NearNumbers() {}

  /** What happened to one number on its way to another. */
  enum Slip {
    WRONG,
    LEFT_OUT,
    DOUBLED,
    EXCHANGED
  }

  /**
   * A slip and where.
   *
   * @param at the first character of the number that was meant which is not as typed, from 0
   */
  record Found(Slip slip, int at) {}

  /** All that may have been meant; nothing for numbers too short or long to tell. */
  static Set<String> of(String typed) {
    Set<String> near = new LinkedHashSet<>();
    int length = typed.length();
    if (length < SHORTEST || length > LONGEST) {
      return near;
    }
    for (int i = 0; i < length; i++) {
      String before = typed.substring(0, i);
      String behind = typed.substring(i + 1);
      for (char c : (behind.isEmpty() ? LAST : DIGITS).toCharArray()) {
        near.add(before + c + behind);
      }
      for (char c : DIGITS.toCharArray()) {
        near.add(before + c + typed.substring(i));
      }
    }
    near.addAll(ofOtherSlips(typed));
    LAST.chars().forEach(c -> near.add(typed + (char) c));
    near.remove(typed);
    return near;
  }

  /**
   * Those that differ otherwise than by a wrong digit or one left out: two exchanged, one doubled.
   */
  static Set<String> ofOtherSlips(String typed) {
    Set<String> near = new LinkedHashSet<>();
    int length = typed.length();
    if (length < SHORTEST || length > LONGEST) {
      return near;
    }
    for (int i = 0; i + 1 < length; i++) {
      String before = typed.substring(0, i);
      near.add(before + typed.charAt(i + 1) + typed.charAt(i) + typed.substring(i + 2));
      if (typed.charAt(i) == typed.charAt(i + 1)) {
        near.add(before + typed.substring(i + 1));
      }
    }
    near.remove(typed);
    return near;
  }

  /** How what was typed came of what was meant, or empty when it is none of these slips. */
  static Optional<Found> between(String typed, String meant) {
    int at = 0;
    while (at < typed.length() && at < meant.length() && typed.charAt(at) == meant.charAt(at)) {
      at++;
    }
    if (typed.equals(meant) || !of(typed).contains(meant)) {
      return Optional.empty();
    }
    if (typed.length() < meant.length()) {
      return Optional.of(new Found(Slip.LEFT_OUT, at));
    }
    if (typed.length() > meant.length()) {
      return Optional.of(new Found(Slip.DOUBLED, at - 1));
    }
    boolean same = typed.substring(at + 1).equals(meant.substring(at + 1));
    return Optional.of(new Found(same ? Slip.WRONG : Slip.EXCHANGED, at));
  }
}
