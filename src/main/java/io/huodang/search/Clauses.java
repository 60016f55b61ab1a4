package io.huodang.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.access.Rights;
import io.huodang.search.Why.Match;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The few kinds of clauses of which our queries are made. */
final class Clauses {
  /** Elasticsearch's measure of rarity is below 20 as long as there are fewer than 200 million. */
  private static final float RARITY = 4;

  private Clauses() {}

  /** A clause whose hits have exactly this score, and are named by their reason. */
  static Query tier(Why why, Query clause) {
    return tier(why, why.score(), clause);
  }

  /** A shade of a reason, with a score of its own. */
  static Query tier(Why why, double score, Query clause) {
    return tier(new Match(why, score, Match.NO_KEY), clause);
  }

  private static Query tier(Match match, Query clause) {
    return Query.of(
        q ->
            q.constantScore(
                c -> c.filter(clause).boost((float) match.score()).queryName(match.name())));
  }

  /** Whether a clause is one that {@link #tier} made of that reason. */
  static boolean isTier(Query clause, Why why) {
    return clause.isConstantScore() && match(clause).why() == why;
  }

  /** The score of what {@link #tier} made; none of anything else. */
  static double score(Query clause) {
    return clause.isConstantScore() ? match(clause).score() : Double.NaN;
  }

  private static Match match(Query tier) {
    return Match.of(Objects.requireNonNull(tier.constantScore().queryName()));
  }

  /** The same clauses, which say that they answer this key of the question, from 0. */
  static List<Query> ofKey(int key, List<Query> clauses) {
    return clauses.stream().map(clause -> ofKey(key, clause)).toList();
  }

  private static Query ofKey(int key, Query clause) {
    if (clause.isConstantScore()) {
      Match match = match(clause);
      return tier(new Match(match.why(), match.score(), key), clause.constantScore().filter());
    }
    if (clause.isDisMax()) {
      return best(ofKey(key, clause.disMax().queries()));
    }
    return clause.isBool() && !clause.bool().must().isEmpty()
        ? all(ofKey(key, clause.bool().must()))
        : clause;
  }

  /** Scores higher the fewer have the value, and less than any tier does; answers that key. */
  static Query rare(Why why, int key, String field, String value) {
    return Query.of(
        q ->
            q.term(
                t ->
                    t.field(field)
                        .value(value)
                        .boost(RARITY)
                        .queryName(new Match(why, 0, key).name())));
  }

  static Query is(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  static Query isOneOf(String field, Collection<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
  }

  static Query startsWith(String field, String value) {
    return Query.of(q -> q.prefix(p -> p.field(field).value(value)));
  }

  static Query fits(String field, String pattern) {
    return Query.of(q -> q.wildcard(w -> w.field(field).value(pattern)));
  }

  /** One character more, less or other. */
  static Query nearly(String field, String value) {
    return Query.of(q -> q.fuzzy(f -> f.field(field).value(value).fuzziness("1")));
  }

  /** The same whoever else bears what is near; without the limit that else cuts what is found. */
  static Query nearlyAny(String field, String value) {
    return Query.of(
        q -> q.fuzzy(f -> f.field(field).value(value).fuzziness("1").rewrite("constant_score")));
  }

  static Query says(String field, String words) {
    return Query.of(q -> q.matchPhrase(m -> m.field(field).query(words)));
  }

  /** The characters in their order, with at most so many others between them. */
  static Query saysWithGaps(String field, String words, int most) {
    return Query.of(
        q ->
            q.intervals(
                i -> i.field(field).match(m -> m.query(words).ordered(true).maxGaps(most))));
  }

  /** Must be met, and says nothing about how well. */
  static Query unscored(Query clause) {
    return Query.of(q -> q.bool(b -> b.filter(clause)));
  }

  static Query all(List<Query> clauses) {
    return clauses.size() == 1 ? clauses.getFirst() : Query.of(q -> q.bool(b -> b.must(clauses)));
  }

  /** Has the score of its best clause; nothing when there is none. */
  static Query best(List<Query> clauses) {
    return clauses.isEmpty()
        ? Query.of(q -> q.matchNone(m -> m))
        : Query.of(q -> q.disMax(d -> d.queries(clauses).tieBreaker(0.0)));
  }

  /** Only what may be seen. */
  static Query visible(Rights rights) {
    return switch (rights) {
      case Rights.Everything everything -> Query.of(q -> q.matchAll(m -> m));
      case Rights.Granted granted ->
          isOneOf("rights", granted.grants().stream().map(RightsKeys::of).toList());
    };
  }

  /** Only what is on that track. */
  static Query on(Track track) {
    Query image = Query.of(q -> q.bool(b -> b.mustNot(is("image", "none"))));
    Query noImage = is("image", "none");
    Query paper = isOneOf("paper", Set.of("in-store", "out"));
    Query noPaper = isOneOf("paper", Set.of("none", "unknown"));
    return switch (track) {
      case PAPER_ONLY -> all(List.of(paper, noImage));
      case IMAGE_ONLY -> all(List.of(image, noPaper));
      case BOTH -> all(List.of(image, paper));
      case MISMATCH -> best(List.of(is("paper", "missing"), all(List.of(noImage, noPaper))));
    };
  }
}
