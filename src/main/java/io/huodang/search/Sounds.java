package io.huodang.search;

import static java.util.Objects.requireNonNull;

import io.huodang.vocabulary.Han;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Letters as the characters that they may stand for, for where there are no keys of a name's sound.
 * Thread-safe; the table is made once, at its first use.
 */
final class Sounds {
  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9FFF;
  private static final int LONGEST_SYLLABLE = 6;

  /** Ways to part letters into syllables; the shortest come first. */
  private static final int MOST_WAYS = 4;

  private static final int MOST_CHARACTERS = 12;

  private static final class Table {
    /** Characters by syllable, by how people here say it, and by first letter. */
    static final NavigableMap<String, Set<String>> SPELT = new TreeMap<>();

    static final NavigableMap<String, Set<String>> HEARD = new TreeMap<>();
    static final Map<String, Set<String>> INITIALS = new HashMap<>();

    static {
      Set<Integer> all = new LinkedHashSet<>(Parts.beyond());
      IntStream.rangeClosed(FIRST, LAST).filter(Han::isHan).forEach(all::add);
      for (int c : all) {
        if (Han.simplified(c) == c) {
          String one = Character.toString(c);
          for (Pinyin.Reading reading : Pinyin.readings(one)) {
            if (!reading.full().equals(one)) { // else nobody knows how it sounds
              add(SPELT, reading.full(), Set.of(one));
              add(INITIALS, reading.initials(), Set.of(one));
            }
          }
        }
      }
      SPELT.forEach((syllable, characters) -> add(HEARD, Pinyin.heard(syllable), characters));
    }

    private static void add(Map<String, Set<String>> to, String key, Set<String> characters) {
      to.computeIfAbsent(key, _ -> new HashSet<>()).addAll(characters);
    }
  }

  private Sounds() {}

  /** Every way to take letters for whole syllables. */
  static List<Places> whole(String letters) {
    return spelt(letters, false);
  }

  /** The same, the last of them perhaps begun only, and more behind it. */
  static List<Places> beginning(String letters) {
    return spelt(letters, true);
  }

  private static List<Places> spelt(String letters, boolean open) {
    List<Places> ways =
        new ArrayList<>(parted(letters, Table.SPELT, UnaryOperator.identity(), open));
    ways.addAll(
        behindCompound(
            letters,
            syllable -> syllable,
            rest -> parted(rest, Table.SPELT, UnaryOperator.identity(), open)));
    return ways;
  }

  /** Every way to take letters for syllables as people here speak. */
  static List<Places> heard(String letters) {
    return parted(letters, Table.HEARD, Pinyin::heard, false);
  }

  /** Letters as the first ones of as many characters; empty when nothing sounds so. */
  static List<Places> initials(String letters, boolean whole) {
    List<Places> ways = new ArrayList<>(firstLetters(letters, whole));
    ways.addAll(
        behindCompound(
            letters, syllable -> syllable.substring(0, 1), rest -> firstLetters(rest, whole)));
    return ways;
  }

  private static List<Places> firstLetters(String letters, boolean whole) {
    List<Set<String>> places = new ArrayList<>();
    for (String letter : letters.split("")) {
      Set<String> characters = Table.INITIALS.get(letter);
      if (characters == null || places.size() == MOST_CHARACTERS) {
        return List.of();
      }
      places.add(characters);
    }
    return List.of(new Places(places, whole));
  }

  /** The ways behind a surname of two characters that is read as nothing else is. */
  private static List<Places> behindCompound(
      String letters, UnaryOperator<String> part, Function<String, List<Places>> rest) {
    List<Places> ways = new ArrayList<>();
    Pinyin.compoundSurnames()
        .forEach(
            (surname, syllables) -> {
              String read = syllables.stream().map(part).collect(Collectors.joining());
              if (letters.startsWith(read) && letters.length() > read.length()) {
                rest.apply(letters.substring(read.length()))
                    .forEach(given -> ways.add(Places.of(surname, false).and(given)));
              }
            });
    return ways;
  }

  /** Whether letters are one whole syllable; or, a single one, whether syllables begin with it. */
  static boolean isBegunOrWhole(String letters) {
    return letters.length() == 1
        ? Table.INITIALS.containsKey(letters)
        : Table.SPELT.containsKey(letters);
  }

  /** The characters that sound so, or whose sound begins with a single letter. */
  static Set<String> begunOrWhole(String letters) {
    return requireNonNull((letters.length() == 1 ? Table.INITIALS : Table.SPELT).get(letters));
  }

  /** The syllables that begin with a letter. */
  static Set<String> syllables(String letter) {
    return Table.SPELT.subMap(letter, letter + Character.MAX_VALUE).keySet();
  }

  /** A surname in full and the first letters of what follows (wangjg). */
  static List<Places> surnameAndInitials(String letters, boolean whole) {
    List<Places> ways = new ArrayList<>();
    for (int end = 2; end < letters.length() && end <= LONGEST_SYLLABLE; end++) {
      Set<String> surnames = Table.SPELT.get(letters.substring(0, end));
      if (surnames != null) {
        Places surname = new Places(List.of(surnames), false);
        initials(letters.substring(end), whole).forEach(given -> ways.add(surname.and(given)));
      }
    }
    return ways;
  }

  /** Characters that sound like one; it is not among them. */
  static Set<String> like(String character) {
    return others(character, Pinyin.full(character), Table.SPELT);
  }

  /** Characters that people here say like one; it is not among them. */
  static Set<String> heardLike(String character) {
    return others(character, Pinyin.heard(Pinyin.full(character)), Table.HEARD);
  }

  private static Set<String> others(
      String character, Set<String> readings, Map<String, Set<String>> table) {
    return readings.stream()
        .flatMap(reading -> table.getOrDefault(reading, Set.of()).stream())
        .filter(other -> !other.equals(character))
        .collect(Collectors.toSet());
  }

  private static List<Places> parted(
      String letters,
      NavigableMap<String, Set<String>> table,
      UnaryOperator<String> key,
      boolean open) {
    List<List<Set<String>>> ways = new ArrayList<>();
    part(letters, table, key, open, List.of(), ways);
    return ways.stream()
        .sorted(Comparator.comparingInt(List::size))
        .limit(MOST_WAYS)
        .map(places -> new Places(places, !open))
        .toList();
  }

  private static void part(
      String letters,
      NavigableMap<String, Set<String>> table,
      UnaryOperator<String> key,
      boolean open,
      List<Set<String>> before,
      List<List<Set<String>>> ways) {
    if (before.size() == MOST_CHARACTERS || ways.size() > MOST_WAYS * MOST_WAYS) {
      return;
    }
    for (int end = Math.min(letters.length(), LONGEST_SYLLABLE); end > 0; end--) {
      String syllable = key.apply(letters.substring(0, end));
      boolean last = end == letters.length();
      Set<String> characters = open && last ? begunWith(syllable, table) : table.get(syllable);
      if (characters != null && !characters.isEmpty()) {
        List<Set<String>> longer = new ArrayList<>(before);
        longer.add(characters);
        if (last) {
          ways.add(longer);
        } else {
          part(letters.substring(end), table, key, open, longer, ways);
        }
      }
    }
  }

  private static @Nullable Set<String> begunWith(
      String letters, NavigableMap<String, Set<String>> table) {
    return table.subMap(letters, letters + Character.MAX_VALUE).values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
