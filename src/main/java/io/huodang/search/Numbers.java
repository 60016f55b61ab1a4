package io.huodang.search;

import io.huodang.vocabulary.CitizenId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys under which numbers are found. */
final class Numbers {
  private static final Pattern RUN = Pattern.compile("[0-9A-Z]*[0-9][0-9A-Z]*");
  private static final int SHORTEST_IN_TEXT = 5;
  static final int SHORTEST_CODE = 4;
  private static final int LONGEST = 20;
  private static final int SHORTEST_DIGITS = 8;
  static final int SHORTEST_PART = 4;
  static final int SHORTEST_BEGINNING = 6;
  private static final int LONGEST_PART = 12;

  /** Letters that stand for digits where a number was read by a machine, or typed by its look. */
  private static final String LETTERS = "OQDILZSBG";

  private static final String DIGITS = "000112586";

  private Numbers() {}

  /** A file number, case number or other number without its separators, half-width capitals. */
  static String key(String number) {
    StringBuilder out = new StringBuilder(number.length());
    Normalizer.normalize(number, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Both forms that papers carry of a citizen ID: 18 characters, and 15 digits where there are. */
  static List<String> forms(CitizenId id) {
    List<String> forms = new ArrayList<>(List.of(id.value()));
    id.oldForm().ifPresent(forms::add);
    return forms;
  }

  /** Every form of numbers that may or may not be valid citizen IDs. */
  static List<String> forms(List<String> citizenIds) {
    Set<String> forms = new LinkedHashSet<>();
    for (String value : citizenIds) {
      CitizenId.parse(value)
          .ifPresentOrElse(id -> forms.addAll(forms(id)), () -> forms.add(key(value)));
    }
    return List.copyOf(forms);
  }

  /** The number with letters taken for the digits that they look like; itself when it has none. */
  static String digits(String key) {
    StringBuilder out = new StringBuilder(key.length());
    for (char c : key.toCharArray()) {
      int at = LETTERS.indexOf(Character.toUpperCase(c));
      out.append(at < 0 ? c : DIGITS.charAt(at));
    }
    return out.toString();
  }

  /** The digits of a number that has words in it (石人社工认字〔2015〕0218号); none when too few. */
  static Set<String> digitsOnly(String number) {
    String digits = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    return digits.length() >= SHORTEST_DIGITS ? Set.of(digits) : Set.of();
  }

  /** A number with words in it: by all of it and by its digits. */
  static List<String> keys(String number) {
    Set<String> keys = new LinkedHashSet<>(List.of(key(number)));
    keys.addAll(digitsOnly(number));
    return List.copyOf(keys);
  }

  /** The number with fewer and with more zeros before it, as others may keep it. */
  static Set<String> otherZeros(String key) {
    Set<String> others = new LinkedHashSet<>();
    String bare = key.replaceFirst("^0+", "");
    if (bare.length() >= SHORTEST_IN_TEXT && bare.matches("[0-9]+")) {
      for (String padded = bare; padded.length() <= LONGEST; padded = "0" + padded) {
        others.add(padded);
      }
      others.remove(key);
    }
    return others;
  }

  /** What a number ends with, as people ask for it: the last four, the last six, more. */
  static Set<String> parts(List<String> forms) {
    Set<String> parts = new LinkedHashSet<>();
    for (String form : forms) {
      int length = form.length();
      for (int last = SHORTEST_PART; last <= LONGEST_PART && last < length; last++) {
        parts.add(form.substring(length - last));
      }
    }
    return parts;
  }

  /** How a citizen ID ends, marked as the end of one (*1232). */
  static String hiddenBefore(String end) {
    return "*" + end.substring(end.length() - SHORTEST_PART);
  }

  /**
   * The keys of a storage location: its path as far as each of its levels, and the code of the
   * innermost alone where that is long enough to mean this one, as a box's barcode is.
   */
  static Set<String> ofLocation(String path) {
    Set<String> keys = new LinkedHashSet<>();
    String[] codes = path.split("-");
    StringBuilder key = new StringBuilder();
    for (String code : codes) {
      keys.add(key.append(key(code)).toString());
    }
    String innermost = key(codes[codes.length - 1]);
    if (innermost.length() >= SHORTEST_CODE) {
      keys.add(innermost);
    }
    return keys;
  }

  /** The numbers that stand in a page's text, line by line. */
  static Set<String> inText(String text) {
    Set<String> runs = new LinkedHashSet<>();
    for (String line : Normalizer.normalize(text, Normalizer.Form.NFKC).split("\n")) {
      RUN.matcher(line.replace(" ", "").toUpperCase(Locale.ROOT))
          .results()
          .map(found -> found.group())
          .filter(run -> run.length() >= SHORTEST_IN_TEXT)
          .forEach(runs::add);
    }
    return runs;
  }
}
