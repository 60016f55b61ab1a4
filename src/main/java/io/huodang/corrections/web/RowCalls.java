package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.corrections.ListRows;
import io.huodang.corrections.ListedRow;
import io.huodang.corrections.RowDecisions;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls about the rows of a list form (一表多人), some at a time. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RowCalls {
  private final Looks looks;
  private final ListRows rows;
  private final Persons persons;
  private final RowDecisions decisions;

  RowCalls(Looks looks, ListRows rows, Persons persons, RowDecisions decisions) {
    this.looks = looks;
    this.rows = rows;
    this.persons = persons;
    this.decisions = decisions;
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/items/{id}/rows")
  RowDocument.Rows rows(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    Item item = looks.atItem(viewer, id);
    ListRows.Part part = rows.part(item, state(state), RowCursor.parse(cursor), size);
    return RowDocument.Rows.of(part, peopleOf(persons, part.rows()));
  }

  /** A link as it was looked at. */
  record Seen(@Nullable UUID id, @Nullable Long revision) {}

  /** Which rows are confirmed together, by the links of those who stand clearly out. */
  record Confirming(@Nullable List<Seen> links, @Nullable String reason) {}

  /** How many rows were confirmed. */
  record Confirmed(int confirmed) {}

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/rows/confirm")
  ResponseEntity<Confirmed> confirm(
      @PathVariable UUID id, @RequestBody Confirming wanted, Viewer viewer) {
    Map<UUID, Long> seen = new LinkedHashMap<>();
    for (Seen one : wanted.links() == null ? List.<Seen>of() : wanted.links()) {
      UUID link = one.id();
      Long revision = one.revision();
      if (link == null || revision == null) {
        throw new Refusal("bad-request", "Name each link with the revision that was looked at.");
      }
      seen.put(link, revision);
    }
    Optional<Change> change = decisions.confirmClear(viewer, id, seen, wanted.reason());
    var answer = ResponseEntity.ok();
    change.ifPresent(made -> answer.header(CorrectionCalls.CHANGE, made.id().toString()));
    return answer.body(new Confirmed(change.map(made -> made.edits().size()).orElse(0)));
  }

  private static ListedRow.@Nullable State state(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return ListedRow.State.of(word)
        .orElseThrow(
            () ->
                new Refusal(
                    "bad-request",
                    "A state of a row is undecided, confirmed, rejected or unmatched."));
  }

  /** Everyone who stands in rows, or may. */
  static Map<UUID, Person> peopleOf(Persons persons, List<ListedRow> rows) {
    List<UUID> ids =
        rows.stream().flatMap(row -> row.shown().stream()).map(Link::personId).distinct().toList();
    return persons.findAll(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }
}
