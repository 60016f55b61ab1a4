package io.huodang.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Characters that people write for one another in names: habit (傅 and 付), the second
 * simplification, and variant forms. Each group folds to its first member.
 */
final class Variants {
  private static final Map<Integer, Integer> FIRST = new HashMap<>();

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

  private static void add(String group) {
    group.codePoints().forEach(c -> FIRST.put(c, group.codePointAt(0)));
  }
}
