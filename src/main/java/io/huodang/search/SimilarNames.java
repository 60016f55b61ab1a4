package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.nearlyAny;
import static io.huodang.search.Clauses.ofKey;
import static io.huodang.search.Clauses.rare;
import static io.huodang.search.Clauses.tier;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.search.Asked.Han;
import io.huodang.search.Why.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a name is asked for that nobody bears and nobody comes near by look or sound: one of its
 * characters is another one, one is missing or one too many. Each character in its turn may be the
 * wrong one; the fewer people agree in all the others, the likelier one of them was meant, and they
 * come first. Names of two characters would have hundreds.
 */
final class SimilarNames {
  /** As many as one looks over; of hundreds, no page shows enough. A second key helps more. */
  static final int MOST = 8;

  private static final int SHORTEST = 3;
  private static final double LENGTH = 1;

  private SimilarNames() {}

  /**
   * Every way to meet the question with one name only nearly met.
   *
   * @param certain what meets another key for certain
   */
  static List<Query> ways(Question question, Function<Asked, List<Query>> certain) {
    List<Asked> parts = question.parts();
    List<Query> ways = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Han name && mayBeSimilar(name)) {
        int similar = i;
        ways.add(
            all(
                IntStream.range(0, parts.size())
                    .mapToObj(
                        key ->
                            best(
                                key == similar
                                    ? of(name, key)
                                    : ofKey(key, certain.apply(parts.get(key)))))
                    .toList()));
      }
    }
    if (question.whole() instanceof Han name && mayBeSimilar(name)) {
      ways.add(best(of(name, Match.NO_KEY)));
    }
    return ways;
  }

  /** Of longer names, {@link NameClauses} looks for these anyway. */
  static boolean mayBeSimilar(Han asked) {
    return asked.length() >= SHORTEST
        && asked.length() <= NameKeys.LONGEST_NEAR
        && asked.kind().equals("name");
  }

  private static List<Query> of(Han asked, int key) {
    String variant = Variants.fold(asked.name());
    Set<String> open = NameKeys.near(variant);
    List<Query> clauses = new ArrayList<>();
    Stream.concat(open.stream(), NameKeys.longer(variant).stream())
        .forEach(name -> clauses.add(rare(Why.NEAR_MISS, key, "nearNames", name)));
    if (asked.length() == NameKeys.LONGEST_NEAR) {
      clauses.addAll(
          ofKey(key, List.of(tier(Why.NEAR_MISS, LENGTH, nearlyAny("variantNames", variant)))));
    }
    return clauses;
  }
}
