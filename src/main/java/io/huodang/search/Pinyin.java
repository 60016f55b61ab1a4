package io.huodang.search;

import com.ibm.icu.text.Transliterator;
import io.huodang.vocabulary.Han;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a name sounds, in letters without tones: every reading of its surname and of its other
 * characters that have several. Thread-safe; a character's readings are looked up once.
 */
final class Pinyin {
  private static final int MOST_READINGS = 24;

  /** What is longer is no name's initials, and would keep the pattern busy. */
  private static final int LONGEST_SPELT = 24;

  private static final Pattern SPELT =
      Pattern.compile(
          "((zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
              + "(i?ang|iong|uang|u?an|en|in|un|vn|eng|ing|ong|ian?|i?ao|uai|ai|ei|ou|ie|ua|uo|ue|ui|iu|ve"
              + "|er|yu|a|o|e|i|u|v))+(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?");
  private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin/Names");
  private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();
  private static final Map<String, List<List<String>>> COMPOUND_SURNAMES = new HashMap<>();

  static {
    for (String line : Tables.lines("readings.txt")) {
      String[] parts = line.split(" +", 2);
      if (parts[0].codePointCount(0, parts[0].length()) == 1) {
        READINGS.put(parts[0].codePointAt(0), List.of(parts[1].split(" +")));
      } else {
        List<List<String>> syllables = new ArrayList<>();
        for (String syllable : parts[1].split(" +")) {
          syllables.add(List.of(syllable));
        }
        COMPOUND_SURNAMES.put(parts[0], syllables);
      }
    }
  }

  private Pinyin() {}

  /** A name's readings: the syllables of each, joined, and its initials. */
  record Reading(String full, String initials, String surnameAndInitials) {}

  /** Every reading of a folded name, the usual one first. */
  static List<Reading> readings(String folded) {
    List<Reading> readings = new ArrayList<>();
    for (List<String> syllables : combinations(syllables(folded))) {
      StringBuilder initials = new StringBuilder();
      syllables.forEach(syllable -> initials.appendCodePoint(syllable.codePointAt(0)));
      readings.add(
          new Reading(
              String.join("", syllables),
              initials.toString(),
              syllables.getFirst() + initials.substring(1)));
    }
    return readings;
  }

  /** Every way to type the sounds of a name in full. */
  static Set<String> full(String folded) {
    Set<String> keys = new LinkedHashSet<>();
    readings(folded).forEach(reading -> keys.add(reading.full()));
    return keys;
  }

  /** Every way to type the first letters of a name: {@code wjg} and {@code wangjg}. */
  static Set<String> initials(String folded) {
    Set<String> keys = new LinkedHashSet<>();
    for (Reading reading : readings(folded)) {
      keys.add(reading.initials());
      keys.add(reading.surnameAndInitials());
    }
    return keys;
  }

  /** What someone typed, without spaces, apostrophes and tones; ü as v. */
  static String typed(String letters) {
    return toneless(letters.toLowerCase(Locale.ROOT)).replaceAll("[\\s'’·-]|(?<=[a-z])[1-5]", "");
  }

  /**
   * Sounds that are told apart in books and not by people here made equal: zh and z, ng and n, l
   * and n, r and y.
   */
  static String heard(String typed) {
    return typed
        .replace("zh", "z")
        .replace("ch", "c")
        .replace("sh", "s")
        .replace("ng", "n")
        .replace('l', 'n')
        .replace('r', 'y');
  }

  /** The letters with one sound told wrongly, each way: zh for z, n for ng, n for l, y for r. */
  static Set<String> misheard(String typed) {
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i < typed.length(); i++) {
      String before = typed.substring(0, i);
      String behind = typed.substring(i + 1);
      switch (typed.charAt(i)) {
        case 'z', 'c', 's' ->
            all.add(
                behind.startsWith("h")
                    ? before + typed.charAt(i) + behind.substring(1)
                    : before + typed.charAt(i) + 'h' + behind);
        case 'n' -> {
          all.add(
              behind.startsWith("g") ? before + 'n' + behind.substring(1) : before + "ng" + behind);
          all.add(before + 'l' + behind);
        }
        case 'l' -> all.add(before + 'n' + behind);
        case 'r' -> all.add(before + 'y' + behind);
        case 'y' -> all.add(before + 'r' + behind);
        default -> {}
      }
    }
    return all;
  }

  /** Every way in which a name may be heard. */
  static Set<String> heard(Set<String> full) {
    return full.stream().map(Pinyin::heard).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Surnames of two characters that are read as nothing else is (万俟 moqi), syllable by syllable.
   */
  static Map<String, List<String>> compoundSurnames() {
    return COMPOUND_SURNAMES.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> one.getValue().stream().map(List::getFirst).toList()));
  }

  /** Whether letters can be read as syllables, the last of them perhaps begun only. */
  static boolean isSpelt(String typed) {
    return typed.length() > LONGEST_SPELT || SPELT.matcher(typed).matches();
  }

  private static List<List<String>> syllables(String folded) {
    List<List<String>> syllables = new ArrayList<>();
    String rest = folded;
    for (Map.Entry<String, List<List<String>>> surname : COMPOUND_SURNAMES.entrySet()) {
      if (folded.startsWith(surname.getKey())) {
        syllables.addAll(surname.getValue());
        rest = folded.substring(surname.getKey().length());
        break;
      }
    }
    rest.codePoints().forEach(c -> syllables.add(READINGS.computeIfAbsent(c, Pinyin::lookUp)));
    return syllables;
  }

  /** One combination after the other, the usual readings first, not more than is useful. */
  private static List<List<String>> combinations(List<List<String>> syllables) {
    List<List<String>> all = List.of(List.of());
    for (List<String> choices : syllables) {
      List<List<String>> longer = new ArrayList<>();
      for (String choice : choices) {
        for (List<String> before : all) {
          if (longer.size() < MOST_READINGS) {
            List<String> one = new ArrayList<>(before);
            one.add(choice);
            longer.add(one);
          }
        }
      }
      all = longer;
    }
    return all.getFirst().isEmpty() ? List.of() : all;
  }

  private static List<String> lookUp(int c) {
    if (!Han.isHan(c)) {
      return List.of(Character.toString(c));
    }
    String sound = toneless(LATIN.transliterate(Character.toString(c)).strip());
    if (!sound.matches("[a-z]+")) {
      return List.of(Character.toString(c)); // nobody knows how it sounds
    }
    // ü is typed v, u or, as passports have it, yu.
    return sound.contains("v") && !sound.endsWith("ve")
        ? List.of(sound, sound.replace("v", "u"), sound.replace("v", "yu"))
        : sound.contains("v") ? List.of(sound, sound.replace("v", "u")) : List.of(sound);
  }

  private static String toneless(String latin) {
    String marks = Normalizer.normalize(latin, Normalizer.Form.NFD).replace("u\u0308", "v");
    StringBuilder out = new StringBuilder(marks.length());
    marks
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString().replace("ü", "v");
  }
}
