package io.huodang.vocabulary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the code on a separator sheet says: that a new item begins behind it, and perhaps its file
 * number. Other codes that stand on papers are none.
 *
 * @param fileNumber 档号 of the item that begins, null without one
 */
public record SeparatorCode(@Nullable String fileNumber) {
  private static final String BEGINNING = "huodang:separator";
  private static final Pattern WRITTEN =
      Pattern.compile(Pattern.quote(BEGINNING) + "(?::([^\\p{Cntrl}]{1,100}))?");

  /** A sheet that only separates. */
  public static SeparatorCode plain() {
    return new SeparatorCode(null);
  }

  /** Reads what a code says, or empty when it is none of ours. */
  public static Optional<SeparatorCode> parse(String code) {
    Matcher written = WRITTEN.matcher(code);
    return written.matches() ? Optional.of(new SeparatorCode(written.group(1))) : Optional.empty();
  }

  /** As it stands in the code. */
  public String written() {
    return fileNumber == null ? BEGINNING : BEGINNING + ":" + fileNumber;
  }
}
