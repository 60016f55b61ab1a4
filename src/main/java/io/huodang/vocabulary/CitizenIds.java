package io.huodang.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole citizen IDs that stand somewhere in a text of a program, such as a line of a log: among
 * ids, hashes, times and counters, which are not taken for one.
 */
public final class CitizenIds {
  /** Also as people write it: full-width, in groups. */
  private static final Pattern PRESENT =
      Pattern.compile(
          "(?<![0-9A-Za-z])[1-9１-９](?:[ 　]?[0-9０-９]){16}[ 　]?[0-9０-９XxＸｘ](?![0-9A-Za-z])");

  /** Of before 1999, in a region that there is: it has no check character, so the rest must fit. */
  private static final Pattern OLD =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?<![0-9]\\.)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{13}(?![0-9A-Za-z])");

  private CitizenIds() {}

  /** Whether there is one. */
  public static boolean standIn(String text) {
    return !replaceIn(text, "").equals(text);
  }

  /** The text with something else in the place of each. */
  public static String replaceIn(String text, String replacement) {
    return replace(OLD, replace(PRESENT, text, replacement), replacement);
  }

  private static String replace(Pattern form, String text, String replacement) {
    return form.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    CitizenId.parse(found.group()).isPresent() ? replacement : found.group()));
  }
}
