package io.huodang.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Chinese forms and lists print them. */
public final class PrintedDate {
  private static final String DIGITS = "〇零○一二三四五六七八九";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(1[89]\\d\\d|20\\d\\d)\\s*[年./\\-—]\\s*(\\d{1,2})"
              + "(?:\\s*[月./\\-—]\\s*(\\d{1,2})(?:\\s*[日号])?)?");
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)?(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(?=年|$)");
  private static final Pattern CHINESE =
      Pattern.compile(
          "([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月" + "(?:([一二三四五六七八九十]{1,3})[日号]?)?");

  private PrintedDate() {}

  /** {@code 1967-10-26}, {@code 1967-10} or {@code 1967}; empty when there is no real date. */
  public static Optional<String> iso(String read) {
    String text = halfWidth(read);
    Matcher chinese = CHINESE.matcher(text);
    if (chinese.find()) {
      return iso(
          year(chinese.group(1)),
          number(chinese.group(2)),
          chinese.group(3) == null ? 0 : number(chinese.group(3)));
    }
    for (Pattern pattern : new Pattern[] {WRITTEN, COMPACT}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return iso(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
      }
    }
    Matcher year = YEAR.matcher(text);
    return year.find() ? Optional.of(year.group(1)) : Optional.empty();
  }

  private static Optional<String> iso(int year, int month, int day) {
    try {
      return Optional.of(
          day == 0
              ? YearMonth.of(year, month).toString()
              : LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String characters) {
    int year = 0;
    for (char c : characters.toCharArray()) {
      year = year * 10 + Math.max(0, DIGITS.indexOf(c) - 2);
    }
    return year;
  }

  /** 一 to 三十一. */
  private static int number(String characters) {
    int ten = characters.indexOf('十');
    if (ten < 0) {
      return DIGITS.indexOf(characters.charAt(0)) - 2;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(characters.charAt(0)) - 2;
    boolean ones = ten < characters.length() - 1;
    return 10 * tens + (ones ? DIGITS.indexOf(characters.charAt(ten + 1)) - 2 : 0);
  }

  private static String halfWidth(String read) {
    StringBuilder text = new StringBuilder();
    for (char c : read.toCharArray()) {
      if (c >= '！' && c <= '～') {
        c = (char) (c - '！' + '!');
      }
      if (!Character.isWhitespace(c) && c != '　') {
        text.append(c);
      }
    }
    return text.toString();
  }
}
