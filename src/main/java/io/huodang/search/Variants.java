package io.huodang.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Characters that people write for one another in names: habit (傅 and 付), the second
 * simplification, and variant forms. Each group folds to its first member.
 */
final class Variants {
  private static final int MOST_SPELLINGS = 64;
  private static final Map<Integer, Integer> FIRST = new HashMap<>();
  private static final Map<Integer, String> GROUPS = new HashMap<>();

  static {
    Tables.lines("variants.txt").forEach(Variants::add);
  }

  private Variants() {}

  /** The name with every character as the first of its group. */
  static String fold(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    folded.codePoints().map(c -> FIRST.getOrDefault(c, c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Every way to write the name with characters of the same groups, itself first. */
  static List<String> spellings(String folded) {
    List<String> spellings = List.of("");
    for (int c : folded.codePoints().toArray()) {
      List<String> longer = new ArrayList<>();
      for (String start : spellings) {
        longer.add(start + Character.toString(c));
        GROUPS
            .getOrDefault(FIRST.getOrDefault(c, c), "")
            .codePoints()
            .filter(other -> other != c && longer.size() < MOST_SPELLINGS)
            .forEach(other -> longer.add(start + Character.toString(other)));
      }
      spellings = longer;
    }
    return spellings;
  }

  /** The first character of its group; itself when it is in none. */
  static int first(int c) {
    return FIRST.getOrDefault(c, c);
  }

  /** Whether two characters are written for one another. */
  static boolean same(int one, int other) {
    return first(one) == first(other);
  }

  /** Simplified forms outside the BMP, and what is written for them. */
  static Map<String, String> beyond() {
    return GROUPS.entrySet().stream()
        .filter(group -> Character.isSupplementaryCodePoint(group.getKey()))
        .collect(
            Collectors.toMap(
                group -> Character.toString(group.getKey()),
                group -> group.getValue().substring(Character.charCount(group.getKey()))));
  }

  private static void add(String group) {
    group.codePoints().forEach(c -> FIRST.put(c, group.codePointAt(0)));
    GROUPS.put(group.codePointAt(0), group);
  }
}
