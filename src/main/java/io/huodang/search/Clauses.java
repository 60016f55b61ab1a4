package io.huodang.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.access.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The few kinds of clauses of which our queries are made. */
final class Clauses {
  private Clauses() {}

  /** A clause whose hits have exactly this score, and are named by their reason. */
  static Query tier(Why why, Query clause) {
    return tier(why, why.score(), clause);
  }

  /** A shade of a reason, with a score of its own. */
  static Query tier(Why why, double score, Query clause) {
    return Query.of(
        q ->
            q.constantScore(
                c -> c.filter(clause).boost((float) score).queryName(Why.Match.name(why, score))));
  }

  /** Whether a clause is one that {@link #tier} made of that reason. */
  static boolean isTier(Query clause, Why why) {
    return clause.isConstantScore()
        && Why.Match.strongest(List.of(Objects.requireNonNull(clause.constantScore().queryName())))
            == why;
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
