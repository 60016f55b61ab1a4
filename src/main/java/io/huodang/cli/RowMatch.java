package io.huodang.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which row of a list that was read is which one that stands there: rows are missed, torn and found
 * twice, so that their numbers do not tell.
 */
final class RowMatch {
  /** With more of it wrong, a row that was read is none that stands there. */
  private static final double UNLIKE = 0.5;

  private RowMatch() {}

  private record Pair(int printed, int read, double wrong) {
    int apart() {
      return Math.abs(printed - read);
    }
  }

  /**
   * The most alike first, each once.
   *
   * @param printed rows with their keys by field
   * @param read the same as they were read
   * @return the index of a row that was read by the index of the one that stands there
   */
  static Map<Integer, Integer> of(
      List<Map<String, String>> printed, List<Map<String, String>> read) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      for (int j = 0; j < read.size(); j++) {
        pairs.add(new Pair(i, j, wrong(printed.get(i), read.get(j))));
      }
    }
    pairs.removeIf(pair -> pair.wrong > UNLIKE);
    pairs.sort(Comparator.comparingDouble(Pair::wrong).thenComparingInt(Pair::apart));
    Map<Integer, Integer> found = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!found.containsKey(pair.printed) && taken.add(pair.read)) {
        found.put(pair.printed, pair.read);
      }
    }
    return found;
  }

  /** The share of what was read that is not printed so. */
  private static double wrong(Map<String, String> printed, Map<String, String> read) {
    int errors = 0;
    int all = 0;
    for (String key : Reading.KEYS) {
      String there = printed.get(key);
      String value = read.get(key);
      if (there != null && value != null) {
        int[] characters = CharacterErrors.counted(there);
        errors += CharacterErrors.between(characters, CharacterErrors.counted(value));
        all += characters.length;
      }
    }
    return all == 0 ? 1 : errors / (double) all;
  }
}
