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
import java.time.LocalDate;
import java.time.ZoneOffset;
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
      Pattern.compile("((?:18|19|20)?[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})[日号]?(?:出?生人?)?");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:((?:18|19|20)?[0-9]{2})年|((?:18|19|20)[0-9]{2})[-./])(0?[1-9]|1[0-2])月?(?:出?生人?)?");
  private static final Pattern YEAR = Pattern.compile("((?:18|19|20)?[0-9]{2})年(?:出?生人?)?");

  /** Nobody younger has a file of their own. */
  private static final int YOUNGEST = 15;

  /** Letters among digits that can only be read for digits. */
  private static final Pattern LOOKS_LIKE_NUMBER =
      Pattern.compile("(?=(?:[A-Z]*[0-9]){9})[0-9OQDILZSBG]+X?");

  private static final Pattern SPACED_BY = Pattern.compile("(?<=[0-9])[-./](?=[0-9])");
  private static final int CITIZEN_LENGTH = 18;
  private static final Pattern TONED =
      Pattern.compile("(?:[A-Za-z]{0,3}[aeiouüvAEIOUÜV][A-Za-z]{0,3}[1-5] ?){2,}");

  /** The same beside characters (丛yan3, 孙jie2茹). */
  private static final Pattern TONED_BESIDE_HAN =
      Pattern.compile("(?:\\p{IsHan}|[a-zü]{0,3}[aeiouüv][a-zü]{0,3}[1-5]?){2,5}");

  private static final Pattern TONED_SYLLABLE =
      Pattern.compile("[a-zü]{0,3}[aeiouüv][a-zü]{0,3}[1-5]");

  private static final Pattern TONE = Pattern.compile("(?<=[a-zü])[1-5]");
  private static final int LONGEST_NUMBER = 20;

  private Reading() {}

  static boolean isCitizenNumber(String key) {
    return CITIZEN.matcher(key).matches() || HIDDEN.matcher(key).matches();
  }

  static boolean isDate(String key) {
    return DATE.matcher(key).matches()
        || MONTH.matcher(key).matches()
        || YEAR.matcher(key).matches();
  }

  /** Syllables with the numbers of their tones (wang2 jian4guo2). */
  static boolean isToned(String key) {
    return TONED.matcher(key).matches();
  }

  /** One syllable and its tone (yan3). */
  static boolean isTonedSyllable(String key) {
    return TONED_SYLLABLE.matcher(key).matches();
  }

  static boolean isNumber(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return NUMBER.matcher(upper).matches() || HIDDEN_BEFORE.matcher(upper).matches();
  }

  static Asked of(String key) {
    String compact = key.replace(" ", "").toUpperCase(Locale.ROOT);
    String unparted = SPACED_BY.matcher(compact).replaceAll("");
    String digits =
        LOOKS_LIKE_NUMBER.matcher(unparted).matches() ? Numbers.digits(unparted) : unparted;
    if (CITIZEN.matcher(digits).matches()) {
      return citizenNumber(digits);
    }
    if (HIDDEN.matcher(compact).matches()) {
      return new MaskedNumber(pattern(compact));
    }
    if (isDate(key)) {
      return date(key);
    }
    Matcher hiddenBefore = HIDDEN_BEFORE.matcher(compact);
    if (hiddenBefore.matches()) {
      return new MaskedNumber("*" + hiddenBefore.group(1));
    }
    if (!isToned(key) && NUMBER.matcher(key.toUpperCase(Locale.ROOT)).matches()) {
      return new Asked.Number(Numbers.key(key));
    }
    if (key.matches("[0-9]+[Xx]?( [0-9]+[Xx]?)+")) {
      return new Groups(
          compact.length() <= LONGEST_NUMBER ? compact : "",
          Arrays.stream(key.split(" ")).map(Reading::of).toList());
    }
    return words(TONED_BESIDE_HAN.matcher(key).matches() ? TONE.matcher(key).replaceAll("") : key);
  }

  private static String written(String name) {
    return PersonName.parse(name).map(PersonName::value).orElse(name);
  }

  private static Asked words(String key) {
    boolean letters =
        isToned(key)
            || key.codePoints().allMatch(c -> Character.isLetter(c) || " ·.'’-〇".indexOf(c) >= 0);
    boolean han = key.codePoints().anyMatch(Han::isHan);
    boolean latin = key.codePoints().anyMatch(c -> Character.isLetter(c) && !Han.isHan(c));
    if (letters && han && latin) {
      return new Mixed(PersonName.fold(key), TextFolding.fold(key));
    }
    if (letters && han) {
      return new Asked.Han(PersonName.fold(key), TextFolding.fold(key), written(key), false);
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
      return new Asked.Date(year(year.group(1)), key);
    }
    Matcher inMonth = MONTH.matcher(key);
    if (inMonth.matches()) {
      String of = inMonth.group(1) == null ? inMonth.group(2) : inMonth.group(1);
      return new Asked.Date(year(of) + twoDigits(inMonth.group(3)), key);
    }
    Matcher date = DATE.matcher(key);
    if (!date.matches()) {
      throw new IllegalArgumentException("Not a date");
    }
    return new Asked.Date(
        year(date.group(1)) + twoDigits(date.group(2)) + twoDigits(date.group(3)), key);
  }

  /** All four digits of a year of birth of which perhaps two were given. */
  static String year(String given) {
    if (given.length() > 2) {
      return given;
    }
    int latest = LocalDate.now(ZoneOffset.ofHours(8)).getYear() - YOUNGEST;
    int year = 2000 + Integer.parseInt(given);
    return "" + (year <= latest ? year : year - 100);
  }

  private static String twoDigits(String number) {
    return "%02d".formatted(Integer.parseInt(number));
  }

  /** As many hidden characters as asterisks, where that makes a whole number; else any number. */
  private static String pattern(String masked) {
    return masked.length() == CITIZEN_LENGTH
        ? masked.replace('*', '?')
        : masked.replaceAll("[*?]+", "*");
  }
}
