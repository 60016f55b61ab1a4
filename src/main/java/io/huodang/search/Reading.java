package io.huodang.search;

import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Han;
import io.huodang.vocabulary.PersonName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one key of a tidied query for what its form says. */
final class Reading {
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z/._#-]*[0-9][0-9A-Z/._#-]*");
  private static final Pattern CITIZEN = Pattern.compile("[0-9]{15}|[0-9]{17}[0-9X]");
  private static final Pattern HIDDEN = Pattern.compile("[0-9]{2,14}[*?]+[0-9X]{0,6}");
  private static final Pattern HIDDEN_BEFORE = Pattern.compile("[*?]+([0-9]{3,7}[0-9X])");
  private static final Pattern DATE =
      Pattern.compile("((?:18|19|20)[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})[日生]*");
  private static final Pattern YEAR = Pattern.compile("((?:18|19|20)[0-9]{2})年[生]?");
  private static final int CITIZEN_LENGTH = 18;
  private static final int LONGEST_NUMBER = 20;

  private Reading() {}

  static boolean isCitizenNumber(String key) {
    return CITIZEN.matcher(key).matches() || HIDDEN.matcher(key).matches();
  }

  static boolean isDate(String key) {
    return DATE.matcher(key).matches() || YEAR.matcher(key).matches();
  }

  static boolean isNumber(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return NUMBER.matcher(upper).matches() || HIDDEN_BEFORE.matcher(upper).matches();
  }

  static Asked of(String key) {
    String compact = key.replace(" ", "").toUpperCase(Locale.ROOT);
    if (CITIZEN.matcher(compact).matches()) {
      return citizenNumber(compact);
    }
    if (HIDDEN.matcher(compact).matches()) {
      return new MaskedNumber(pattern(compact));
    }
    if (isDate(key)) {
      return date(key);
    }
    Matcher hiddenBefore = HIDDEN_BEFORE.matcher(compact);
    if (hiddenBefore.matches()) {
      return new Asked.Number(hiddenBefore.group(1));
    }
    if (NUMBER.matcher(key.toUpperCase(Locale.ROOT)).matches()) {
      return new Asked.Number(Numbers.key(key));
    }
    if (key.matches("[0-9]+[Xx]?( [0-9]+[Xx]?)+")) {
      return new Groups(
          compact.length() <= LONGEST_NUMBER ? compact : "",
          Arrays.stream(key.split(" ")).map(Reading::of).toList());
    }
    return words(key);
  }

  private static Asked words(String key) {
    boolean letters =
        key.codePoints().allMatch(c -> Character.isLetter(c) || " ·.'’-〇".indexOf(c) >= 0);
    boolean han = key.codePoints().anyMatch(Han::isHan);
    boolean latin = key.codePoints().anyMatch(c -> Character.isLetter(c) && !Han.isHan(c));
    if (letters && han && latin) {
      return new Mixed(PersonName.fold(key), TextFolding.fold(key));
    }
    if (letters && han) {
      return new Asked.Han(PersonName.fold(key), TextFolding.fold(key));
    }
    if (han && key.codePoints().allMatch(c -> Han.isHan(c) || " ?*·".indexOf(c) >= 0)) {
      return new NamePattern(PersonName.fold(key));
    }
    String typed = Pinyin.typed(key);
    if (letters && !typed.isEmpty()) {
      return new Latin(typed, PersonName.fold(key));
    }
    return new Asked.Words(TextFolding.fold(key));
  }

  private static CitizenNumber citizenNumber(String typed) {
    return new CitizenNumber(
        typed, CitizenId.parse(typed).map(Numbers::forms).orElse(List.of(typed)));
  }

  private static Asked date(String key) {
    Matcher year = YEAR.matcher(key);
    if (year.matches()) {
      return new Asked.Date(year.group(1), key);
    }
    Matcher date = DATE.matcher(key);
    if (!date.matches()) {
      throw new IllegalArgumentException("Not a date");
    }
    int month = Integer.parseInt(date.group(2));
    int day = Integer.parseInt(date.group(3));
    return new Asked.Date(date.group(1) + "%02d%02d".formatted(month, day), key);
  }

  /** As many hidden characters as asterisks, where that makes a whole number; else any number. */
  private static String pattern(String masked) {
    return masked.length() == CITIZEN_LENGTH
        ? masked.replace('*', '?')
        : masked.replaceAll("[*?]+", "*");
  }
}
