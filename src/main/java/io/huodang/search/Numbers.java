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
  private static final int LONGEST = 20;

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

  /** The parts by which a person is asked for: the last four and six, the day and year of birth. */
  static Set<String> parts(List<String> forms) {
    Set<String> parts = new LinkedHashSet<>();
    for (String form : forms) {
      int length = form.length();
      for (int last : new int[] {4, 5, 6, 8}) {
        if (length > last) {
          parts.add(form.substring(length - last));
        }
      }
      if (length == 18) {
        parts.add(form.substring(6, 14));
        parts.add(form.substring(6, 10));
      }
    }
    return parts;
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
