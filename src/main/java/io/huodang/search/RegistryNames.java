package io.huodang.search;

import static io.huodang.search.Shades.AS_FORMER;
import static io.huodang.search.Shades.EXCHANGED;
import static io.huodang.search.Shades.HALF;
import static io.huodang.search.Shades.INITIALS_BEGINNING;
import static io.huodang.search.Shades.LOOK_ALIKE;
import static io.huodang.search.Shades.MIXED;
import static io.huodang.search.Shades.MIXED_INITIALS;
import static io.huodang.search.Shades.NAME_BEGINNING;
import static io.huodang.search.Shades.NAME_PART;
import static io.huodang.search.Shades.ONE_MISHEARD;
import static io.huodang.search.Shades.ONE_SAME_SOUND;
import static io.huodang.search.Shades.ONE_SIMILAR_SOUND;
import static io.huodang.search.Shades.PART_IN_COMMON;
import static io.huodang.search.Shades.PATTERN;
import static io.huodang.search.Shades.PINYIN_BEGINNING;
import static io.huodang.search.Shades.RARE_MIXED;
import static io.huodang.search.Shades.RARE_PATTERN;
import static io.huodang.search.Shades.SAME_SOUND;
import static io.huodang.search.Shades.SOUNDS_LIKE;
import static io.huodang.search.Shades.UNREAD;

import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds by name in the registry, whole, begun, in part, by its sound, or one like it. */
final class RegistryNames {
  private static final int LONGEST = 12;
  private static final double SIMILAR = 80;

  private final JdbcClient jdbc;

  RegistryNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A name as it stands in the registry, and whose it is. */
  private record Row(UUID id, String kind, String folded) {
    Found found(double score) {
      return new Found(id, kind.equals("former") ? Why.FORMER_NAME : Why.NAME, score);
    }
  }

  /** The strongest way first, those that come near left out. */
  List<Supplier<List<Found>>> of(Han asked, Scope scope) {
    String name = asked.name();
    List<Supplier<List<Found>>> ways =
        new ArrayList<>(List.of(() -> written(name, asked.former(), scope)));
    if (asked.length() <= LONGEST) {
      ways.add(() -> placed(Places.of(name, false), scope, row -> row.found(NAME_BEGINNING)));
      ways.add(() -> part(asked, scope));
    }
    return ways;
  }

  /** Who may have been meant by a name that is another one. */
  List<Supplier<List<Found>>> near(Han asked, Scope scope) {
    if (asked.length() == 1 || asked.length() > LONGEST) {
      return List.of();
    }
    List<Supplier<List<Found>>> ways = new ArrayList<>(List.of(() -> nearly(asked.name(), scope)));
    if (asked.length() >= NameKeys.SHORTEST_SAME_SOUND) {
      ways.add(() -> sounding(asked.name(), scope));
    }
    return ways;
  }

  /** With any one character another one, or one more; the fewer agree in all others, the better. */
  List<Supplier<List<Found>>> similar(Han asked, Scope scope) {
    String name = asked.name();
    List<Supplier<List<Found>>> ways =
        new ArrayList<>(
            List.of(
                () -> withOneOther(name, Parts::ofOrWith, HALF, scope),
                () -> withOneOther(name, Parts::sharing, PART_IN_COMMON, scope),
                () -> withOneOther(name, _ -> Set.of(NameKeys.UNREAD_MARK), UNREAD, scope)));
    NameKeys.shorter(name)
        .forEach(shorter -> ways.add(() -> fewBear(oneOf(Variants.spellings(shorter), scope))));
    Stream.concat(SimilarNames.open(name).stream(), NameKeys.longer(name).stream())
        .map(open -> Places.of(open.replace('_', '?'), true))
        .forEach(places -> ways.add(() -> fewBear(placed(places, scope))));
    return ways;
  }

  private List<Found> withOneOther(
      String name, Function<String, Set<String>> others, double score, Scope scope) {
    return nearMisses(oneOf(NameKeys.withOneOther(name, others), scope), score);
  }

  /** The fewer there are, the likelier each of them is. */
  private static List<Found> fewBear(List<Row> rows) {
    return nearMisses(rows, SIMILAR / (1 + rows.size()));
  }

  private static List<Found> nearMisses(List<Row> rows, double score) {
    return rows.stream().map(row -> new Found(row.id(), Why.NEAR_MISS, score)).toList();
  }

  List<Supplier<List<Found>>> of(NamePattern asked, Scope scope) {
    String pattern = asked.pattern();
    String beginning = pattern.replaceFirst("\\*+$", "");
    if (!beginning.contains("*") && !beginning.isEmpty() && beginning.length() <= LONGEST) {
      Places places = Places.of(beginning, beginning.equals(pattern));
      return List.of(() -> placed(places, scope, row -> fitting(asked, row)));
    }
    String like = pattern.replace('?', '_').replace('*', '%');
    return List.of(() -> like(like, scope).stream().map(row -> fitting(asked, row)).toList());
  }

  /** Who leaves a character open cannot type it perhaps. */
  private static Found fitting(NamePattern asked, Row row) {
    return row.found(
        asked.mayStandForRareOne() && RareCharacters.areIn(row.folded()) ? RARE_PATTERN : PATTERN);
  }

  List<Supplier<List<Found>>> of(Latin asked, Scope scope) {
    String typed = asked.typed();
    List<Supplier<List<Found>>> ways =
        new ArrayList<>(List.of(() -> written(asked.name(), false, scope)));
    ways.add(() -> sound(Sounds.whole(typed), Why.PINYIN, Why.PINYIN.score(), scope));
    if (typed.length() >= NameKeys.SHORTEST_BEGUN) {
      ways.add(() -> sound(Sounds.beginning(typed), Why.PINYIN, PINYIN_BEGINNING, scope));
    }
    ways.add(() -> initials(typed, true, Why.INITIALS.score(), scope));
    if (typed.length() >= NameKeys.SHORTEST_BEGUN) {
      ways.add(() -> initials(typed, false, INITIALS_BEGINNING, scope));
    }
    return ways;
  }

  /** Who may have been meant by letters that are not quite how the name is spelt. */
  List<Supplier<List<Found>>> near(Latin asked, Scope scope) {
    return asked.typed().length() < NameKeys.SHORTEST_HEARD
        ? List.of()
        : List.of(() -> heard(asked.typed(), scope));
  }

  List<Supplier<List<Found>>> of(Mixed asked, Scope scope) {
    return List.of(
        () -> written(asked.name(), false, scope),
        () -> spelt(asked, scope),
        () -> sound(Spelling.begun(asked.name()), Why.INITIALS, MIXED_INITIALS, scope),
        () -> sound(Spelling.beginning(asked.name()), Why.PINYIN, PINYIN_BEGINNING, scope));
  }

  private List<Found> spelt(Mixed asked, Scope scope) {
    return Spelling.whole(asked.name()).stream()
        .flatMap(places -> placed(places, scope).stream())
        .map(
            row ->
                new Found(
                    row.id(),
                    Why.PINYIN,
                    asked.mayStandForRareOne() && RareCharacters.areIn(row.folded())
                        ? RARE_MIXED
                        : MIXED))
        .toList();
  }

  /** The name itself, then as others write it. */
  private List<Found> written(String name, boolean former, Scope scope) {
    return oneOf(Variants.spellings(name), scope).stream()
        .map(
            row -> {
              Why why =
                  switch (row.kind()) {
                    case "former" -> Why.FORMER_NAME;
                    case "variant" -> Why.NAME_VARIANT;
                    default -> Why.NAME;
                  };
              Why best = row.folded().equals(name) ? why : Why.NAME_VARIANT;
              return new Found(
                  row.id(), best, former && best == Why.FORMER_NAME ? AS_FORMER : best.score());
            })
        .toList();
  }

  /** Inside of names: of two characters at their end, of one behind a surname of one. */
  private List<Found> part(Han asked, Scope scope) {
    List<Row> rows =
        switch (asked.length()) {
          case 1 -> placed(Places.of(asked.name(), false).behind(1), scope);
          case 2 -> like("%" + asked.name(), scope);
          default -> like("%" + asked.name() + "%", scope);
        };
    return rows.stream().map(row -> row.found(NAME_PART)).toList();
  }

  /** With one character that looks or sounds like another one, or two of them exchanged. */
  private List<Found> nearly(String name, Scope scope) {
    Map<String, Double> scores = new HashMap<>();
    NameKeys.exchanged(name).forEach(other -> scores.put(other, EXCHANGED));
    NameKeys.withOneOther(name, Sounds::heardLike)
        .forEach(other -> scores.put(other, ONE_SIMILAR_SOUND));
    LookAlikes.of(name).forEach(other -> scores.put(other, LOOK_ALIKE));
    Parts.together(name).forEach(other -> scores.put(other, LOOK_ALIKE));
    if (name.codePointCount(0, name.length()) >= NameKeys.SHORTEST_UNREAD) {
      NameKeys.withOneOther(name, _ -> Set.of(NameKeys.UNREAD_MARK))
          .forEach(other -> scores.put(other, LOOK_ALIKE));
    }
    NameKeys.withOneOther(name, Sounds::like).forEach(other -> scores.put(other, ONE_SAME_SOUND));
    List<String> likeliest =
        scores.keySet().stream().sorted(Comparator.comparing(scores::get).reversed()).toList();
    return oneOf(likeliest, scope).stream()
        .map(row -> new Found(row.id(), Why.NEAR_MISS, scores.getOrDefault(row.folded(), 0.0)))
        .toList();
  }

  /** As people here say it; with one sound taken for another before those with several. */
  private List<Found> heard(String typed, Scope scope) {
    Set<String> misheard = Pinyin.misheard(typed);
    return Sounds.heard(typed).stream()
        .flatMap(places -> placed(places, scope).stream())
        .map(
            row ->
                new Found(
                    row.id(),
                    Why.NEAR_MISS,
                    Collections.disjoint(Pinyin.full(row.folded()), misheard)
                        ? SOUNDS_LIKE
                        : ONE_MISHEARD))
        .toList();
  }

  /** All of whose characters sound the same. */
  private List<Found> sounding(String name, Scope scope) {
    Places places = Places.of(name, true).with(Sounds::like);
    return nearMisses(placed(places, scope), SAME_SOUND);
  }

  private List<Found> initials(String typed, boolean whole, double score, Scope scope) {
    List<Places> ways = new ArrayList<>(Sounds.surnameAndInitials(typed, whole));
    ways.addAll(Sounds.initials(typed, whole));
    if (whole && !Spelling.isOfFirstLetters(typed)) {
      ways.addAll(PartlySpelt.places(typed));
    }
    return sound(ways, Why.INITIALS, score, scope);
  }

  private List<Found> sound(List<Places> ways, Why why, double score, Scope scope) {
    return ways.stream()
        .flatMap(places -> placed(places, scope).stream())
        .map(row -> new Found(row.id(), why, score))
        .toList();
  }

  private List<Found> placed(Places places, Scope scope, Function<Row, Found> judge) {
    return placed(places, scope).stream().map(judge).toList();
  }

  private List<Row> placed(Places places, Scope scope) {
    return where(places.sql(), places.params(), scope);
  }

  private List<Row> like(String pattern, Scope scope) {
    return where("folded like :like", Map.of("like", pattern), scope); // by name_folded_trigram
  }

  /** Name by name, until there are so many. */
  private List<Row> oneOf(Collection<String> names, Scope scope) {
    return rows( // by name_folded
        """
        select %1$s, kind, folded
        from unnest(cast(:names as text[])) with ordinality as asked (one, place), lateral (
          select %1$s, kind, folded from name
          where folded = asked.one and ended_at is null and %2$s
          limit %3$d) bearers
        order by asked.place
        limit %3$d
        """
            .formatted(scope.owner().column(), scope.of("name"), scope.most()),
        Map.of("names", names.toArray(String[]::new)),
        scope);
  }

  private List<Row> where(String condition, Map<String, ?> params, Scope scope) {
    return rows(
        """
        select %s, kind, folded from name
        where %s and ended_at is null and %s
        limit %d
        """
            .formatted(scope.owner().column(), condition, scope.of("name"), scope.most()),
        params,
        scope);
  }

  private List<Row> rows(String sql, Map<String, ?> params, Scope scope) {
    return jdbc.sql(sql)
        .params(scope.params())
        .params(params)
        .query(
            (row, n) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
        .list();
  }
}
