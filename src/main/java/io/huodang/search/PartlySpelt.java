package io.huodang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Letters of which some are whole syllables, others only the first of one (wjianguo). */
final class PartlySpelt {
  private static final int MOST_WAYS = 4;
  private static final int MOST_TRIED = 16;
  private static final int LONGEST_SYLLABLE = 6;

  /** Characters of a name. */
  private static final int LONGEST = 4;

  private static final int MOST_SPELT = 1_000;

  private PartlySpelt() {}

  /** The characters that may be meant, place by place; nothing when all are whole syllables. */
  static List<Places> places(String letters) {
    return ways(letters).stream()
        .map(parts -> new Places(parts.stream().map(Sounds::begunOrWhole).toList(), true))
        .toList();
  }

  /** Ways to spell them in full, those of the fewest syllables first and not too many. */
  static Set<String> inFull(String letters) {
    Set<String> all = new LinkedHashSet<>();
    for (List<String> parts : ways(letters)) {
      List<Set<String>> syllables =
          parts.stream()
              .map(part -> part.length() == 1 ? Sounds.syllables(part) : Set.of(part))
              .toList();
      int many = syllables.stream().mapToInt(Set::size).reduce(1, (one, other) -> one * other);
      if (all.size() + many > MOST_SPELT) {
        break;
      }
      List<String> spelt = List.of("");
      for (Set<String> next : syllables) {
        spelt = spelt.stream().flatMap(before -> next.stream().map(before::concat)).toList();
      }
      all.addAll(spelt);
    }
    return all;
  }

  /** Ways to part letters into syllables and single ones, the fewest first. */
  private static List<List<String>> ways(String letters) {
    if (Pinyin.isSpelt(letters)) {
      return List.of();
    }
    List<List<String>> ways = new ArrayList<>();
    part(letters, List.of(), ways);
    return ways.stream().sorted(Comparator.comparingInt(List::size)).limit(MOST_WAYS).toList();
  }

  private static void part(String letters, List<String> before, List<List<String>> ways) {
    if (letters.isEmpty()) {
      ways.add(before);
      return;
    }
    for (int end = Math.min(letters.length(), LONGEST_SYLLABLE); end > 0; end--) {
      String part = letters.substring(0, end);
      if (Sounds.isBegunOrWhole(part) && before.size() < LONGEST && ways.size() < MOST_TRIED) {
        List<String> longer = new ArrayList<>(before);
        longer.add(part);
        part(letters.substring(end), longer, ways);
      }
    }
  }
}
