package io.huodang.search;

import io.huodang.search.Why.Match;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person or an item that was found.
 *
 * @param score higher is better
 * @param keys how each key of the question was met, in their order; empty where that is not told
 */
record Found(UUID id, Why why, double score, List<Met> keys) {

  /**
   * How a key was met.
   *
   * @param key which of the question's, from 0
   */
  record Met(int key, Why why) {}

  Found(UUID id, Why why, double score) {
    this(id, why, score, List.of());
  }

  /**
   * What the names of the clauses say by which it was found. Of several keys the strongest is the
   * reason, unless one is only nearly met: then all of it is a near miss.
   */
  static Found of(UUID id, double score, Collection<String> clauses) {
    Map<Integer, Match> strongest = new TreeMap<>();
    clauses.stream()
        .map(Match::of)
        .forEach(match -> strongest.merge(match.key(), match, Match::stronger));
    Match whole = strongest.remove(Match.NO_KEY);
    if (strongest.isEmpty() || (whole != null && whole.score() >= score)) {
      return new Found(id, whole == null ? Why.NEAR_MISS : whole.why(), score);
    }
    Collection<Match> met = strongest.values();
    Why why =
        met.stream().anyMatch(match -> match.why() == Why.NEAR_MISS)
            ? Why.NEAR_MISS
            : met.stream().max(Comparator.comparingDouble(Match::score)).orElseThrow().why();
    return new Found(
        id, why, score, met.stream().map(match -> new Met(match.key(), match.why())).toList());
  }

  /** By clauses that were not scored: as well as the strongest of them says. */
  static Found of(UUID id, Collection<String> clauses) {
    Match strongest = clauses.stream().map(Match::of).reduce(Match::stronger).orElseThrow();
    return new Found(id, strongest.why(), strongest.score());
  }

  /** The one with the higher score; this one of two equals. */
  Found better(Found other) {
    return score >= other.score ? this : other;
  }

  /** Some, and as many others behind them as are wanted in all; nobody twice. */
  static List<Found> first(int wanted, List<Found> some, List<Found> others) {
    Set<UUID> known = some.stream().map(Found::id).collect(Collectors.toSet());
    return Stream.concat(
            some.stream(),
            others.stream()
                .filter(one -> !known.contains(one.id()))
                .limit(Math.max(0, wanted - some.size())))
        .toList();
  }

  /** All of them, best first. */
  static List<Found> best(Map<UUID, Found> all) {
    return all.values().stream()
        .sorted(Comparator.comparingDouble(Found::score).reversed())
        .toList();
  }
}
