package io.huodang.corrections.web;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Link;
import io.huodang.catalog.Person;
import io.huodang.corrections.ListRows;
import io.huodang.corrections.ListedRow;
import io.huodang.viewing.Masked;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list on the wire.
 *
 * @param page position of its page in the item, from 1
 * @param state {@code undecided}, {@code confirmed}, {@code rejected} or {@code unmatched}
 * @param clear whether it may be confirmed together with others
 * @param people who stands there, or may, or was ruled out by a person; the likeliest first
 */
record RowDocument(
    UUID pageId,
    int page,
    int row,
    String state,
    boolean clear,
    List<FieldDocument> fields,
    List<Standing> people) {

  /** Someone who may stand in a row, and why. */
  record Standing(
      LinkDocument link,
      @Nullable String name,
      List<String> citizenIdsMasked,
      List<String> insuredNumbers,
      @Nullable LocalDate birthDate) {

    static Standing of(Link link, @Nullable Person person) {
      return new Standing(
          LinkDocument.of(link),
          person == null ? null : person.name().orElse(null),
          person == null
              ? List.of()
              : person.values(Identifier.Kind.CITIZEN_ID).stream().map(Masked::citizenId).toList(),
          person == null ? List.of() : person.values(Identifier.Kind.INSURED_NUMBER),
          person == null ? null : person.birthDate());
    }
  }

  /**
   * A part of a list.
   *
   * @param counts of all rows, by state and {@code all}
   * @param next the cursor of the next part, null at the end
   */
  record Rows(Map<String, Long> counts, List<RowDocument> items, @Nullable String next) {

    static Rows of(ListRows.Part part, Map<UUID, Person> people) {
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("all", part.all());
      part.counts().forEach((state, rows) -> counts.put(state.word(), rows));
      return new Rows(
          counts,
          part.rows().stream().map(row -> RowDocument.of(row, people)).toList(),
          part.next() == null ? null : RowCursor.written(part.next()));
    }
  }

  static RowDocument of(ListedRow row, Map<UUID, Person> people) {
    return new RowDocument(
        row.place().pageId(),
        row.position(),
        row.place().number(),
        row.state().word(),
        row.clear(),
        row.fields().stream().map(FieldDocument::of).toList(),
        row.shown().stream().map(link -> Standing.of(link, people.get(link.personId()))).toList());
  }
}
