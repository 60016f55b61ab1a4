package io.huodang.search;

import static io.huodang.search.Shades.BORN;
import static io.huodang.search.Shades.NUMBER_BEGINNING;
import static io.huodang.search.Shades.OTHER_ZEROS;

import io.huodang.catalog.Identifier.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds by number in the registry: whole, its beginning or end, with a slip, and by birth. */
final class RegistryNumbers {
  private static final int SHORTEST_END = 3;

  /** Of a number of 15 digits, which say no century; the registry keeps it with 18. */
  private static final Pattern OLD_BEGINNING = Pattern.compile("[1-9][0-9]{9,13}");

  private static final int REGION = 6;
  private static final int YEAR = 4;
  private static final int MONTH = 6;

  /** A year, a month or a day of birth. */
  private static final Pattern BIRTH = Pattern.compile("(?:18|19|20)[0-9]{2}(?:[0-9]{2}){0,2}");

  private final JdbcClient jdbc;

  RegistryNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A citizen ID in any form. */
  List<Found> of(Asked.CitizenNumber asked, Scope scope) {
    return exactly(asked.forms(), scope);
  }

  /** By all of it, else by a part. */
  List<Found> of(Asked.Number asked, Scope scope) {
    String key = asked.key();
    Set<String> others = new LinkedHashSet<>(Numbers.otherZeros(key));
    others.add(Numbers.digits(key));
    others.remove(key);
    List<Found> found = new ArrayList<>(exactly(List.of(key), scope));
    found.addAll(filed(key, scope));
    for (Found other : exactly(others, scope)) {
      found.add(new Found(other.id(), other.why(), Math.min(OTHER_ZEROS, other.score())));
    }
    if (!found.isEmpty() && key.length() >= Bearers.SHORTEST) {
      return found;
    }
    if (asked.mayBePart()) {
      found.addAll(ending(key, "true", Map.of(), scope));
    }
    if (key.length() >= Numbers.SHORTEST_BEGINNING) {
      found.addAll(beginning(key, scope));
    }
    if (OLD_BEGINNING.matcher(key).matches()) {
      found.addAll(beginning(key.substring(0, REGION) + "19" + key.substring(REGION), scope));
    }
    if (BIRTH.matcher(key).matches()) {
      found.addAll(born(key, Why.BIRTH_DATE.score(), scope));
    }
    return found;
  }

  /** A number with words in it, by all of it and by its digits. */
  List<Found> of(Asked.Words asked, Scope scope) {
    List<String> keys = Numbers.keys(asked.text());
    List<Found> found = new ArrayList<>(exactly(keys, scope));
    found.addAll(withDigits(Numbers.digitsOnly(asked.text()), scope));
    keys.forEach(key -> found.addAll(filed(key, scope)));
    return found;
  }

  /** By what is not hidden: the end if it tells more, else the beginning. */
  List<Found> of(Asked.MaskedNumber asked, Scope scope) {
    String pattern = asked.pattern().replace('?', '_').replace('*', '%');
    String beginning = pattern.replaceFirst("[_%].*", "");
    String end = pattern.replaceFirst(".*[_%]", "");
    Map<String, String> like = Map.of("like", pattern);
    String hidden = "kind = 'citizen-id' and value like :like";
    return end.length() >= SHORTEST_END || !scope.isOfPeople()
        ? ending(end, hidden, like, scope)
        : between("value", beginning, hidden, like, Why.ID_PART, Why.ID_PART.score(), scope);
  }

  /** Who was born in a year, in a month or on a day; or whose number ends so. */
  List<Found> of(Asked.Date asked, Scope scope) {
    List<Found> found = new ArrayList<>(born(asked.digits(), BORN, scope));
    if (asked.text().equals(asked.digits())) {
      found.addAll(ending(asked.text(), "true", Map.of(), scope));
    }
    return found;
  }

  private List<Found> exactly(Collection<String> values, Scope scope) {
    if (values.isEmpty()) {
      return List.of();
    }
    return jdbc.sql( // by identifier_value
            """
            select %s, kind from identifier
            where value = any(cast(:values as text[])) and ended_at is null and %s
            limit %d
            """
                .formatted(scope.owner().column(), scope.of("identifier"), scope.most()))
        .params(scope.params())
        .param("values", values.toArray(String[]::new))
        .query(
            (row, n) -> {
              Why why = why(row.getString(2));
              return new Found(row.getObject(1, UUID.class), why, why.score());
            })
        .list();
  }

  /** Numbers that are no person's number, by their digits alone. */
  private List<Found> withDigits(Set<String> digits, Scope scope) {
    return digits.isEmpty()
        ? List.of()
        : jdbc.sql( // by identifier_digits
                """
                select %s from identifier
                where regexp_replace(value, '[^0-9]', '', 'g') = any(cast(:digits as text[]))
                  and kind not in ('citizen-id', 'insured-number') and ended_at is null and %s
                limit %d
                """
                    .formatted(scope.owner().column(), scope.of("identifier"), scope.most()))
            .params(scope.params())
            .param("digits", digits.toArray(String[]::new))
            .query(
                (row, n) ->
                    new Found(row.getObject(1, UUID.class), Why.IDENTIFIER, Why.IDENTIFIER.score()))
            .list();
  }

  /** The item that has this file number. */
  private List<Found> filed(String key, Scope scope) {
    return scope.isOfPeople()
        ? List.of()
        : jdbc.sql( // by item_file_number
                """
                select id from item i
                where translate(upper(file_number), '-_./·—–()〔〕[]#: ', '') = :key
                  and file_number is not null and %s
                """
                    .formatted(scope.item()))
            .params(scope.params())
            .param("key", key)
            .query(
                (row, n) ->
                    new Found(
                        row.getObject(1, UUID.class), Why.FILE_NUMBER, Why.FILE_NUMBER.score()))
            .list();
  }

  /** Citizen IDs and insured numbers of which one with a slip was typed. */
  List<Found> near(String typed, Scope scope) {
    return exactly(Numbers.forms(List.copyOf(NearNumbers.of(typed))), scope).stream()
        .filter(found -> found.why() == Why.CITIZEN_ID || found.why() == Why.INSURED_NUMBER)
        .map(found -> new Found(found.id(), Why.NEAR_MISS, Why.NEAR_MISS.score()))
        .toList();
  }

  /** The reason for what bears a number of that kind. */
  static Why why(String kind) {
    if (kind.equals(Kind.CITIZEN_ID.word())) {
      return Why.CITIZEN_ID;
    }
    if (kind.equals(Kind.INSURED_NUMBER.word())) {
      return Why.INSURED_NUMBER;
    }
    return kind.equals(Kind.FILE_NUMBER.word()) ? Why.FILE_NUMBER : Why.IDENTIFIER;
  }

  private List<Found> ending(String end, String and, Map<String, ?> params, Scope scope) {
    return between(
        "reverse(value)",
        new StringBuilder(end).reverse().toString(),
        and,
        params,
        Why.ID_PART,
        Why.ID_PART.score(),
        scope);
  }

  private List<Found> beginning(String key, Scope scope) {
    return scope.isOfPeople()
        ? between("value", key, "true", Map.of(), Why.ID_PART, NUMBER_BEGINNING, scope)
        : List.of();
  }

  /** By identifier_beginning or identifier_end, in whose order it looks. */
  private List<Found> between(
      String expression,
      String beginning,
      String and,
      Map<String, ?> params,
      Why why,
      double score,
      Scope scope) {
    return jdbc.sql(
            """
            select %s from identifier
            where %2$s collate "C" >= :beginning and %2$s collate "C" < :behind
              and kind in ('citizen-id', 'insured-number') and ended_at is null
              and %3$s and %4$s
            limit %5$d
            """
                .formatted(
                    scope.owner().column(), expression, and, scope.of("identifier"), scope.most()))
        .params(scope.params())
        .params(params)
        .param("beginning", beginning)
        .param("behind", beginning + "~") // behind all digits and letters
        .query((row, n) -> new Found(row.getObject(1, UUID.class), why, score))
        .list();
  }

  private List<Found> born(String digits, double score, Scope scope) {
    if (!scope.isOfPeople()) {
      return List.of();
    }
    try {
      LocalDate first =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, YEAR)),
              digits.length() < MONTH ? 1 : Integer.parseInt(digits.substring(YEAR, MONTH)),
              digits.length() <= MONTH ? 1 : Integer.parseInt(digits.substring(MONTH)));
      LocalDate behind =
          switch (digits.length()) {
            case YEAR -> first.plusYears(1);
            case MONTH -> YearMonth.from(first).plusMonths(1).atDay(1);
            default -> first.plusDays(1);
          };
      return jdbc.sql( // by person_birth_date
              """
              select id from person where birth_date >= :first and birth_date < :behind and %s
              limit %d
              """
                  .formatted(scope.sql("person.id"), scope.most()))
          .params(scope.params())
          .param("first", first)
          .param("behind", behind)
          .query((row, n) -> new Found(row.getObject(1, UUID.class), Why.BIRTH_DATE, score))
          .list();
    } catch (DateTimeException e) {
      return List.of(); // a number that only looks like a date
    }
  }
}
