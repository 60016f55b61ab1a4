package io.huodang.tables;

import io.huodang.vocabulary.CitizenId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A heading without what differs between two who write the same. */
public final class Spelling {
  private static final Pattern REMARK = Pattern.compile("[(（\\[【].*?[)）\\]】]");
  private static final Pattern NUMBERED = Pattern.compile("(?<=\\D)[1-9]$");

  private Spelling() {}

  /**
   * The heading in small letters without blanks, signs and remarks in brackets; then also without a
   * number at its end.
   */
  public static List<String> of(String heading) {
    String letters = letters(REMARK.matcher(heading).replaceAll(""));
    return List.of(letters, NUMBERED.matcher(letters).replaceAll(""));
  }

  private static String letters(String heading) {
    StringBuilder letters = new StringBuilder();
    CitizenId.compact(heading)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
