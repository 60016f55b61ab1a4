package io.huodang.search;

import io.huodang.access.Rights;
import io.huodang.access.Terms;
import io.huodang.catalog.Item;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Of whom the registry is asked: people or items, only those who may be shown, perhaps only some.
 *
 * @param among only these; null: anybody
 * @param most of one way of meeting what was asked
 */
record Scope(
    Owner owner, SearchRequest request, Rights rights, @Nullable Collection<UUID> among, int most) {

  /** Whose a name or a number is. */
  enum Owner {
    PERSON("person_id"),
    ITEM("item_id");

    private final String column;

    Owner(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  boolean isOfPeople() {
    return owner == Owner.PERSON;
  }

  Scope among(Collection<UUID> ids) {
    return new Scope(owner, request, rights, ids, most);
  }

  /** As a condition on a table of names or numbers. */
  String of(String table) {
    return sql(table + "." + owner.column());
  }

  /** As a condition on a column that holds ids, its table named before it. */
  String sql(String column) {
    return column
        + " is not null and "
        + (isOfPeople()
            ? people(column)
            : "exists (select from item i where i.id = %s and %s)".formatted(column, item()));
  }

  private String people(String column) {
    String some = among == null ? "" : column + " = any(cast(:among as uuid[])) and ";
    return some + shown(column);
  }

  private String shown(String column) {
    return rights instanceof Rights.Everything && request.category() == null
        ? "true"
        : """
          exists (
            select from link l join item i on i.id = l.item_id
            where l.person_id = %s and l.state <> 'rejected' and l.role in ('subject', 'list-row')
              and i.state <> 'removed' and %s)
          """
            .formatted(column, covered());
  }

  /** As a condition on an item {@code i}. */
  String item() {
    return "i.state <> 'removed' and %s and %s and %s"
        .formatted(
            among == null ? "true" : "i.id = any(cast(:among as uuid[]))",
            covered(),
            request.track() == null
                ? "true"
                : """
                  (i.paper_state, i.image_state) in (
                    select * from unnest(cast(:papers as text[]), cast(:images as text[])))
                  """);
  }

  private String covered() {
    return "%s and %s"
        .formatted(
            request.category() == null ? "true" : "i.category_id = :category",
            rights instanceof Rights.Everything
                ? "true"
                : """
                  exists (
                    select from unnest(cast(:fonds as uuid[]), cast(:categories as uuid[]),
                        cast(:batches as uuid[]), cast(:cases as text[]))
                      as granted (fonds, category, batch, case_number)
                    where (granted.fonds is null or granted.fonds = i.fonds_id)
                      and (granted.category is null or granted.category = i.category_id)
                      and (granted.batch is null or granted.batch = i.batch_id)
                      and (granted.case_number is null or granted.case_number = i.case_number))
                  """);
  }

  /** What the conditions name. */
  Map<String, Object> params() {
    Map<String, Object> params = new HashMap<>();
    if (among != null) {
      params.put("among", among.toArray(UUID[]::new));
    }
    if (request.category() != null) {
      params.put("category", request.category());
    }
    if (rights instanceof Rights.Granted granted) {
      params.put("fonds", terms(granted, Terms::fonds, UUID[]::new));
      params.put("categories", terms(granted, Terms::category, UUID[]::new));
      params.put("batches", terms(granted, Terms::batch, UUID[]::new));
      params.put("cases", terms(granted, Terms::caseNumber, String[]::new));
    }
    Track track = request.track();
    if (track != null) {
      List<State> states = State.on(track);
      params.put("papers", states.stream().map(State::paper).toArray(String[]::new));
      params.put("images", states.stream().map(State::image).toArray(String[]::new));
    }
    return params;
  }

  private static <T> T[] terms(
      Rights.Granted granted, Function<Terms, @Nullable T> term, IntFunction<T[]> made) {
    return granted.grants().stream().map(term).toArray(made);
  }

  /** A pair of states of an item's paper and its image. */
  private record State(String paper, String image) {
    static List<State> on(Track track) {
      return Arrays.stream(Item.PaperState.values())
          .flatMap(
              paper ->
                  Arrays.stream(Item.ImageState.values())
                      .filter(image -> track.holds(paper, image))
                      .map(image -> new State(Track.word(paper), Track.word(image))))
          .toList();
    }
  }
}
