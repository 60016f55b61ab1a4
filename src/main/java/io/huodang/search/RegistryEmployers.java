package io.huodang.search;

import static io.huodang.search.Shades.SHORT_EMPLOYER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds people by their employer in the registry. */
final class RegistryEmployers {
  private final JdbcClient jdbc;

  RegistryEmployers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By its number. */
  List<Found> withNumber(String key, Scope scope) {
    return employed( // by identifier_value
        """
        select employer_id, true as plain from identifier
        where value = :key and employer_id is not null and ended_at is null
        """,
        Map.of("key", key),
        scope);
  }

  /** By its name or a part of it, else as people shorten it. */
  List<Found> named(String folded, Scope scope) {
    String plain = folded.replaceAll("[%_\\\\]", "");
    if (plain.codePointCount(0, plain.length()) < 2) {
      return List.of();
    }
    String part = "%" + plain + "%";
    String shortened =
        Employer.mayBeShort(plain) ? "%" + String.join("%", plain.split("")) + "%" : part;
    // By name_of_employer, because they are few: a plan for whatever is asked would look among all
    // names by trigrams, and single characters between % have none.
    return employed(
        """
        with known as materialized (
          select employer_id, folded from name where employer_id is not null and ended_at is null)
        select employer_id, folded like :part as plain from known
        where folded like :shortened
        order by plain desc
        """,
        Map.of("part", part, "shortened", shortened),
        scope);
  }

  /** Employer by employer, until there are so many. */
  private List<Found> employed(String employers, Map<String, ?> params, Scope scope) {
    if (!scope.isOfPeople()) {
      return List.of();
    }
    return jdbc.sql( // by employment_employer
            """
            select their.person_id, employer.plain from (%s) employer, lateral (
              select person_id from employment where employer_id = employer.employer_id and %s limit %d) their
            limit %3$d
            """
                .formatted(employers, scope.of("employment"), scope.most()))
        .params(scope.params())
        .params(params)
        .query(
            (row, n) ->
                new Found(
                    row.getObject(1, UUID.class),
                    Why.EMPLOYER,
                    row.getBoolean(2) ? Why.EMPLOYER.score() : SHORT_EMPLOYER))
        .list();
  }
}
