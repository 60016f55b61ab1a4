package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** {@code /api/v1/people}. */
@RestController
@RequestMapping(path = "/api/v1/people/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleCalls {
  private final Looks looks;

  PeopleCalls(Looks looks) {
    this.looks = looks;
  }

  /** What someone wants to see a full number for. */
  record Reveal(@Nullable String purpose) {
    @Override
    public String toString() {
      return "Reveal";
    }
  }

  /** The full numbers; the first one alone as well, null when none is known. */
  record Revealed(@Nullable String citizenId, List<String> citizenIds) {
    @Override
    public String toString() {
      return "Revealed";
    }
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping
  ResponseEntity<PersonDocument> person(@PathVariable UUID id, Viewer viewer) {
    PersonDocument person = PersonDocument.of(looks.atPerson(viewer, id), id);
    return ResponseEntity.ok().eTag("\"" + person.revision() + "\"").body(person);
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/items")
  Part<ItemDocument> items(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    List<Item> all = looks.atPerson(viewer, id).items();
    int from = cursor == null ? 0 : all.stream().map(Item::id).toList().indexOf(cursor) + 1;
    if (cursor != null && from == 0) {
      throw new Refusal("bad-cursor", "The list has changed meanwhile; begin it again.");
    }
    Part<Item> part = Part.of(all.subList(from, all.size()), size, Item::id);
    Map<UUID, String> names = looks.namesOf(part.items());
    return part.map(item -> ItemDocument.of(item, names));
  }

  @Needs(Action.REVEAL_ID)
  @PostMapping("/reveal")
  Revealed reveal(@PathVariable UUID id, @RequestBody Reveal asked, Viewer viewer) {
    String purpose = asked.purpose();
    List<String> numbers = looks.reveal(viewer, id, purpose == null ? "" : purpose);
    return new Revealed(numbers.isEmpty() ? null : numbers.getFirst(), numbers);
  }
}
