package io.huodang.search;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what has the form of a citizen ID out of what is shown or recorded. */
public final class Masking {
  /**
   * Fifteen and more letters and digits, mostly digits, also when a misreading stands among them.
   */
  private static final Pattern RUN =
      Pattern.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ×](?:[ \\t\\n　]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ×]){14,}");

  private static final int FEWEST_DIGITS = 12;
  private static final int SHOWN_BEFORE = 6;
  private static final int SHOWN_BEHIND = 4;

  private Masking() {}

  /** The text, as long as before, with the middle of every such number as asterisks. */
  public static String mask(String text) {
    return RUN.matcher(text).replaceAll(Masking::mask);
  }

  private static String mask(MatchResult found) {
    String run = found.group();
    if (run.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
      return Matcher.quoteReplacement(run);
    }
    long letters = run.chars().filter(c -> !Character.isWhitespace(c)).count();
    StringBuilder out = new StringBuilder(run.length());
    int n = 0;
    for (char c : run.toCharArray()) {
      boolean space = Character.isWhitespace(c);
      boolean hidden = !space && n >= SHOWN_BEFORE && n < letters - SHOWN_BEHIND;
      out.append(hidden ? '*' : c);
      n += space ? 0 : 1;
    }
    return out.toString();
  }
}
