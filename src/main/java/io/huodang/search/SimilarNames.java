package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.nearlyAny;
import static io.huodang.search.Clauses.ofKey;
import static io.huodang.search.Clauses.rare;
import static io.huodang.search.Clauses.tier;
import static io.huodang.search.Shades.HALF;
import static io.huodang.search.Shades.PART_IN_COMMON;
import static io.huodang.search.Shades.UNREAD;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.search.Asked.Han;
import io.huodang.search.Why.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a name is asked for that nobody bears for certain, beyond what looks and sounds like it: one
 * of its characters is another one, one is missing or one too many. A character that is half of
 * another one, or has a part in common with it, is likelier than any other. Else each character in
 * its turn may be the wrong one; the fewer people agree in all the others, the likelier one of them
 * was meant, and they come first. Names of two characters would have hundreds.
 */
final class SimilarNames {
  /** As many as one looks over; of hundreds, no page shows enough. A second key helps more. */
  static final int MOST = 8;

  private static final int SHORTEST = 2;

  /** Of two characters any other one makes a name that many bear. */
  private static final int SHORTEST_WITH_ANY_OTHER = 3;

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
    List<Query> clauses = new ArrayList<>();
    Stream.concat(
            open(asked.name()).stream().map(Variants::fold), NameKeys.longer(variant).stream())
        .forEach(name -> clauses.add(rare(Why.NEAR_MISS, key, "nearNames", name)));
    NameKeys.shorter(variant)
        .forEach(name -> clauses.add(rare(Why.NEAR_MISS, key, "variantNames", name)));
    clauses.addAll(
        ofKey(
            key,
            List.of(
                tier(Why.NEAR_MISS, HALF, isOneOf("variantNames", with(asked, Parts::ofOrWith))),
                tier(
                    Why.NEAR_MISS,
                    PART_IN_COMMON,
                    isOneOf("variantNames", with(asked, Parts::sharing))),
                tier(Why.NEAR_MISS, UNREAD, isOneOf("variantNames", NameKeys.near(variant))))));
    if (asked.length() == NameKeys.LONGEST_NEAR) {
      clauses.addAll(
          ofKey(key, List.of(tier(Why.NEAR_MISS, LENGTH, nearlyAny("variantNames", variant)))));
    }
    return clauses;
  }

  /** The name with each character in its turn left open. */
  static Set<String> open(String name) {
    return name.codePointCount(0, name.length()) < SHORTEST_WITH_ANY_OTHER
        ? Set.of()
        : NameKeys.near(name);
  }

  private static Set<String> with(Han asked, Function<String, Set<String>> others) {
    return NameKeys.withOneOther(asked.name(), others).stream()
        .map(Variants::fold)
        .collect(Collectors.toSet());
  }
}
