package io.huodang.vocabulary;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A person's name and the form by which two spellings of it are compared.
 *
 * @param value as written, without surrounding space, half-width, the separator of minority names
 *     as {@code ·} (U+00B7); 1 to 50 code points
 * @param folded simplified characters, without separators and spaces, Latin letters small: two
 *     spellings of one name fold to the same
 */
public record PersonName(String value, String folded) {
  private static final int LONGEST = 50;

  /** The name as someone wrote it, or empty when it cannot be a name. */
  public static Optional<PersonName> parse(String written) {
    String value = tidy(written);
    int length = value.codePointCount(0, value.length());
    boolean letters = value.codePoints().anyMatch(Character::isLetter);
    boolean digits = value.codePoints().anyMatch(Character::isDigit);
    return length >= 1 && length <= LONGEST && letters && !digits
        ? Optional.of(new PersonName(value, fold(value)))
        : Optional.empty();
  }

  /** How two spellings of a name are made comparable. */
  public static String fold(String name) {
    StringBuilder out = new StringBuilder(name.length());
    tidy(name)
        .codePoints()
        .filter(c -> c != '·' && !Character.isWhitespace(c))
        .map(Character::toLowerCase)
        .forEach(out::appendCodePoint);
    return ZhConverterUtil.toSimple(out.toString());
  }

  private static String tidy(String written) {
    StringBuilder out = new StringBuilder(written.length());
    Normalizer.normalize(written, Normalizer.Form.NFKC)
        .codePoints()
        .map(PersonName::separator)
        .filter(c -> !Character.isISOControl(c))
        .forEach(out::appendCodePoint);
    String tidied = out.toString().strip();
    return tidied.codePoints().anyMatch(c -> c >= 0x2E80) ? tidied.replace(" ", "") : tidied;
  }

  /** The many dots that stand for the separator of minority names (GB18030 A1A4). */
  private static int separator(int c) {
    return switch (c) {
      case '•', '‧', '・', '･', '．', '.', '。', '∙', '⋅' -> '·';
      default -> c;
    };
  }

  /** A name is personal: never in a log by accident. */
  @Override
  public String toString() {
    return "a name of " + value.codePointCount(0, value.length()) + " characters";
  }
}
