package io.huodang.vocabulary;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name and the form by which two spellings of it are compared.
 *
 * <p>Which characters are written for one another (傅 and 付) is not folded here: those are two
 * names, and search says so when it finds one by the other.
 *
 * @param value as written, in NFKC (half-width), without padding, the separator of minority names
 *     as {@code ·} (U+00B7, GB 18030 A1A4); 1 to 50 code points
 * @param folded simplified characters, without separators and spaces, Latin letters small: two
 *     spellings of one name fold to the same
 */
public record PersonName(String value, String folded) {
  private static final int LONGEST = 50;
  private static final Pattern DOTS = Pattern.compile("\\s*[·•‧∙⋅・･．.。]+\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Parts of two characters or more with a space between: the space stands for the separator. */
  private static final Pattern SPACED_PARTS = Pattern.compile("\\p{IsHan}{2,}( \\p{IsHan}{2,})+");

  private static final int SHORTEST_SPACED = 5;

  /** The name as someone wrote it, or empty when it cannot be a name. */
  public static Optional<PersonName> parse(String written) {
    String value = tidy(written);
    int length = lengthOf(value);
    return length <= LONGEST
            && value.codePoints().anyMatch(Character::isLetter)
            && value.codePoints().allMatch(PersonName::mayStandInName)
        ? Optional.of(new PersonName(value, foldTidy(value)))
        : Optional.empty();
  }

  /** How two spellings of a name, or of a part of one, are made comparable. */
  public static String fold(String name) {
    return foldTidy(tidy(name));
  }

  /** Code points of the folded form. */
  public int length() {
    return lengthOf(folded);
  }

  private static String foldTidy(String tidy) {
    StringBuilder out = new StringBuilder(tidy.length());
    tidy.codePoints()
        .filter(c -> c != '·' && !Character.isWhitespace(c))
        .map(Character::toLowerCase)
        .map(Han::simplified)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String tidy(String written) {
    String normal = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String dotted = DOTS.matcher(normal).replaceAll("·");
    String spaced = SPACES.matcher(dotted).replaceAll(" ").strip();
    if (spaced.codePoints().noneMatch(Han::isHan)) {
      return spaced;
    }
    // 「王 伟」 is padded to fill its box; 「买买提 吐尔逊」 has lost its dot.
    boolean parted = lengthOf(spaced) > SHORTEST_SPACED && SPACED_PARTS.matcher(spaced).matches();
    return spaced.replace(" ", parted ? "·" : "");
  }

  private static boolean mayStandInName(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.PRIVATE_USE
        || Character.getType(c) == Character.NON_SPACING_MARK
        || "· -'’〇".indexOf(c) >= 0;
  }

  private static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A name is personal: never in a log by accident. */
  @Override
  public String toString() {
    return "a name of " + lengthOf(value) + " characters";
  }
}
