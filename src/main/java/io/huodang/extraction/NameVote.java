package io.huodang.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses among several readings of one name, character by character.
 *
 * <p>What most readings say weighs most; of what remains, a likelier name wins ({@link
 * NameLikelihood}). So 汉明浩 read six times and 冯明浩 once is 冯明浩, for nobody is called 汉. Only
 * characters that were read are candidates.
 */
final class NameVote {
  /** What all readings together weigh against the likelihood of a name, in nats. */
  private static final double ALL_READINGS = 8;

  private static final int MOST_AT_A_PLACE = 4;

  private NameVote() {}

  /**
   * A name with how sure it is.
   *
   * @param confidence 0 to 1: the share of this name among those that could have been chosen, the
   *     readings and the likelihood of names taken together
   */
  record Choice(String name, double confidence) {}

  /**
   * The names that the readings allow, best first; empty when there is no reading.
   *
   * @param fewest so many characters stand there; shorter readings count where there are no others
   */
  static List<Choice> among(List<String> readings, int fewest) {
    List<String> whole = readings.stream().filter(read -> length(read) >= fewest).toList();
    List<int[]> alike = mostCommonLength(whole.isEmpty() ? readings : whole);
    if (alike.isEmpty()) {
      return List.of();
    }
    List<Scored> names = List.of(new Scored("", 0));
    for (int place = 0; place < alike.getFirst().length; place++) {
      Map<Integer, Integer> votes = new HashMap<>();
      for (int[] reading : alike) {
        votes.merge(reading[place], 1, Integer::sum);
      }
      names = continued(names, votes, alike.size());
    }
    return ranked(names);
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private record Scored(String name, double score) {}

  /** Names of another length than most readings have lost or echoed a character. */
  private static List<int[]> mostCommonLength(List<String> readings) {
    Map<Integer, List<int[]>> byLength =
        readings.stream()
            .map(reading -> reading.codePoints().toArray())
            .collect(Collectors.groupingBy(reading -> reading.length));
    return byLength.values().stream()
        .max(
            Comparator.<List<int[]>>comparingInt(List::size)
                .thenComparingInt(alike -> alike.getFirst().length <= 3 ? 1 : 0))
        .orElse(List.of());
  }

  private static List<Scored> continued(
      List<Scored> names, Map<Integer, Integer> votes, int readings) {
    List<Map.Entry<Integer, Integer>> likely =
        votes.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(MOST_AT_A_PLACE)
            .toList();
    List<Scored> longer = new ArrayList<>();
    for (Scored name : names) {
      for (Map.Entry<Integer, Integer> vote : likely) {
        double share = (double) vote.getValue() / readings;
        longer.add(
            new Scored(
                name.name + Character.toString(vote.getKey()), name.score + ALL_READINGS * share));
      }
    }
    return longer;
  }

  private static List<Choice> ranked(List<Scored> names) {
    List<Scored> scored =
        names.stream()
            .map(name -> new Scored(name.name, name.score + NameLikelihood.of(name.name)))
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    double best = scored.getFirst().score;
    double all = scored.stream().mapToDouble(name -> Math.exp(name.score - best)).sum();
    return scored.stream()
        .map(name -> new Choice(name.name, Math.exp(name.score - best) / all))
        .toList();
  }
}
