package io.huodang.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen identity number (公民身份号码) in its 18-character form, checked against GB 11643-1999: six
 * digits of region, a real birth date, a sequence of three, and the check character.
 *
 * <p>Region codes are not checked: papers carry codes that were abolished long ago. A 15-digit
 * number of the years before 1999 is carried as the 18 characters it became; {@link #hadCheck}
 * tells the two apart, because 15 digits carry no check character and are weaker evidence.
 *
 * @param value 18 characters, the last {@code 0-9} or {@code X}
 * @param hadCheck whether the printed form carried the check character itself
 */
public record CitizenId(String value, boolean hadCheck) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int LONGEST_LIFE_IN_YEARS = 130;
  private static final Pattern EIGHTEEN = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final DateTimeFormatter BASIC_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  public CitizenId {
    if (problemOf(value).isPresent()) {
      throw new IllegalArgumentException("Not a citizen ID: " + problemOf(value).get());
    }
  }

  /**
   * Reads a number as people write it: 18 or 15 characters, full-width digits, a small x, spaces.
   *
   * @return the number, or empty when it is not a valid one
   */
  public static Optional<CitizenId> parse(String written) {
    String compact = compact(written);
    return switch (compact.length()) {
      case 18 ->
          problemOf(compact).isEmpty()
              ? Optional.of(new CitizenId(compact, true))
              : Optional.empty();
      case 15 -> parseOld(compact);
      default -> Optional.empty();
    };
  }

  /** Half-width characters without spaces, {@code x} as {@code X}. */
  public static String compact(String written) {
    StringBuilder out = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '！' && c <= '～') {
        c = (char) (c - '！' + '!');
      }
      if (c == ' ' || c == '　' || c == '\t') {
        continue;
      }
      out.append(c == 'x' || c == '×' ? 'X' : c);
    }
    return out.toString();
  }

  /** The check character that belongs behind 17 digits. */
  public static char checkOf(CharSequence seventeenDigits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  /** The date of birth that the number states. */
  public LocalDate birthDate() {
    return LocalDate.parse(value.substring(6, 14), BASIC_DATE);
  }

  /** The sex that the number states: the parity of its seventeenth digit. */
  public Sex sex() {
    return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The 15 digits that papers before 1999 carry, if the holder was born in the 1900s. */
  public Optional<String> oldForm() {
    return value.startsWith("19", 6)
        ? Optional.of(value.substring(0, 6) + value.substring(8, 17))
        : Optional.empty();
  }

  /** Safe to show in lists: first six and last four characters ({@code 371081********123X}). */
  public String masked() {
    return value.substring(0, 6) + "********" + value.substring(14);
  }

  /**
   * Any value with its middle hidden, also a number that was read wrongly and is no valid one: of
   * short values the first character stays, of long ones the first two and the last two, of what is
   * as long as a citizen ID the first six and the last four.
   */
  public static String hide(String value) {
    int length = value.codePointCount(0, value.length());
    int before = length >= 15 ? 6 : length >= 7 ? 2 : 1;
    int behind = length >= 15 ? 4 : length >= 7 ? 2 : 0;
    if (length <= 1) {
      return "*".repeat(length);
    }
    return value.substring(0, value.offsetByCodePoints(0, before))
        + "*".repeat(length - before - behind)
        + value.substring(value.offsetByCodePoints(0, length - behind));
  }

  /** The masked form: a full number never reaches a log by accident. */
  @Override
  public String toString() {
    return masked();
  }

  private static Optional<CitizenId> parseOld(String digits) {
    if (!digits.matches("[0-9]{15}")) {
      return Optional.empty();
    }
    String seventeen = digits.substring(0, 6) + "19" + digits.substring(6);
    String eighteen = seventeen + checkOf(seventeen);
    return problemOf(eighteen).isEmpty()
        ? Optional.of(new CitizenId(eighteen, false))
        : Optional.empty();
  }

  private static Optional<String> problemOf(String candidate) {
    if (!EIGHTEEN.matcher(candidate).matches()) {
      return Optional.of("17 digits and a check character are needed");
    }
    LocalDate birth;
    try {
      birth = LocalDate.parse(candidate.substring(6, 14), BASIC_DATE);
    } catch (DateTimeException e) {
      return Optional.of("no such birth date");
    }
    LocalDate today = LocalDate.now(java.time.ZoneOffset.ofHours(8));
    if (birth.isAfter(today) || birth.isBefore(today.minusYears(LONGEST_LIFE_IN_YEARS))) {
      return Optional.of("the birth date is not of a living memory");
    }
    return checkOf(candidate) == candidate.charAt(17)
        ? Optional.empty()
        : Optional.of("the check character is wrong");
  }
}
