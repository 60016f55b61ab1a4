package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.ToldChange;
import io.huodang.catalog.Words;
import io.huodang.corrections.Correcting;
import io.huodang.corrections.Fields;
import io.huodang.corrections.ItemCorrection;
import io.huodang.corrections.LinkDecisions;
import io.huodang.corrections.Said;
import io.huodang.corrections.Undoing;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that put right what an item says and whom it is about. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CorrectionCalls {
  static final String CHANGE = "Huodang-Change";

  private final Looks looks;
  private final Fields fields;
  private final Links links;
  private final Correcting correcting;
  private final LinkDecisions decisions;
  private final Undoing undoing;
  private final Changes changes;

  CorrectionCalls(
      Looks looks,
      Fields fields,
      Links links,
      Correcting correcting,
      LinkDecisions decisions,
      Undoing undoing,
      Changes changes) {
    this.looks = looks;
    this.fields = fields;
    this.links = links;
    this.correcting = correcting;
    this.decisions = decisions;
    this.undoing = undoing;
    this.changes = changes;
  }

  /**
   * What stands in the fields of an item's form as a whole.
   *
   * @param rows how many a list has; {@link RowCalls} tells them
   */
  record FieldsDocument(String documentType, boolean list, List<FieldDocument> fields, int rows) {}

  /** What persons changed, newest first. */
  record History(List<ToldChange> items) {}

  /** Why something is done. */
  record Why(@Nullable String reason) {}

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/items/{id}/fields")
  ResponseEntity<FieldsDocument> fields(@PathVariable UUID id, Viewer viewer) {
    Item item = looks.atItem(viewer, id);
    var found = fields.of(item);
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(item.revision()))
        .body(
            new FieldsDocument(
                found.kind().code(),
                found.kind().list(),
                found.ofForm().stream().map(FieldDocument::of).toList(),
                found.rows().size()));
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/items/{id}/history")
  History history(@PathVariable UUID id, Viewer viewer) {
    looks.atItem(viewer, id);
    return new History(undoing.history(id).stream().map(changes::tell).toList());
  }

  @Needs(Action.CORRECT)
  @PatchMapping("/items/{id}")
  ResponseEntity<ItemDocument> correct(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ItemPatch patch,
      Viewer viewer) {
    Optional<Change> change =
        correcting.correct(viewer, id, IfMatch.revision(ifMatch), patch.correction());
    return item(viewer, id, change.map(Change::id).orElse(null));
  }

  /** Who an item is about. */
  record NewLink(
      @Nullable UUID personId,
      @Nullable String role,
      @Nullable UUID pageId,
      @Nullable Integer row,
      @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/links")
  ResponseEntity<LinkDocument> link(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewLink wanted,
      Viewer viewer) {
    UUID person = wanted.personId();
    Integer row = wanted.row();
    if (person == null || (wanted.pageId() == null) != (row == null) || row != null && row < 1) {
      throw new Refusal("bad-request", "Name a personId; a row needs its pageId.");
    }
    UUID link =
        decisions.link(
            viewer,
            id,
            IfMatch.revision(ifMatch),
            person,
            role(wanted.role())
                .orElse(wanted.row() == null ? Link.Role.SUBJECT : Link.Role.LIST_ROW),
            wanted.pageId(),
            wanted.row(),
            wanted.reason());
    return answer(HttpStatus.CREATED, link, null);
  }

  /** What is decided about a link. */
  record LinkPatch(@Nullable String state, @Nullable String role, @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PatchMapping("/links/{id}")
  ResponseEntity<LinkDocument> decide(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody LinkPatch patch,
      Viewer viewer) {
    Optional<Change> change =
        decisions.decide(
            viewer,
            id,
            IfMatch.revision(ifMatch),
            state(patch.state()),
            role(patch.role()).orElse(null),
            patch.reason());
    return answer(HttpStatus.OK, id, change.map(Change::id).orElse(null));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/changes/{id}/undo")
  ToldChange undo(
      @PathVariable UUID id, @RequestBody(required = false) @Nullable Why why, Viewer viewer) {
    return changes.tell(undoing.undo(viewer, id, why == null ? null : why.reason()));
  }

  private ResponseEntity<ItemDocument> item(Viewer viewer, UUID id, @Nullable UUID change) {
    Item item = looks.atItem(viewer, id);
    var answer = ResponseEntity.ok().eTag(IfMatch.tag(item.revision()));
    if (change != null) {
      answer.header(CHANGE, change.toString());
    }
    return answer.body(ItemDocument.of(item, looks.namesOf(List.of(item))));
  }

  private ResponseEntity<LinkDocument> answer(HttpStatus status, UUID id, @Nullable UUID change) {
    Link link = links.find(id).orElseThrow();
    var answer = ResponseEntity.status(status).eTag(IfMatch.tag(link.revision()));
    if (change != null) {
      answer.header(CHANGE, change.toString());
    }
    return answer.body(LinkDocument.of(link));
  }

  private static Link.State state(@Nullable String word) {
    return switch (word) {
      case "confirmed" -> Link.State.CONFIRMED;
      case "rejected" -> Link.State.REJECTED;
      case null, default ->
          throw new Refusal("bad-request", "A person decides confirmed or rejected.");
    };
  }

  static Optional<Link.Role> role(@Nullable String word) {
    if (word == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Link.Role.values())
            .filter(role -> Words.of(role).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        "bad-request", "A role is subject, relative, list-row or handler.")));
  }

  /**
   * What is put right on an item.
   *
   * @param title null: leave it; empty: there is none
   * @param documentType code, null: leave it
   * @param date as ISO 8601: a day, a month or a year; null: leave it
   * @param fileNumber for an item that has none; null: leave it
   * @param category id, empty for none; null: leave it
   */
  record ItemPatch(
      @Nullable List<FieldPatch> fields,
      @Nullable String title,
      @Nullable String documentType,
      @Nullable String date,
      @Nullable String fileNumber,
      @Nullable String category,
      @Nullable String reason) {

    ItemCorrection correction() {
      List<Said> said = new ArrayList<>();
      add(said, "title", title);
      add(said, "documentType", documentType);
      add(said, "documentDate", date);
      for (FieldPatch field : fields == null ? List.<FieldPatch>of() : fields) {
        said.add(field.said());
      }
      if (said.isEmpty() && fileNumber == null && category == null) {
        throw new Refusal("bad-request", "Say what to put right; see docs/openapi.yaml.");
      }
      return new ItemCorrection(said, fileNumber, category, reason);
    }

    private static void add(List<Said> said, String field, @Nullable String value) {
      if (value != null) {
        said.add(Said.value(FieldKey.ofForm(field), value));
      }
    }

    @Override
    public String toString() {
      return "ItemPatch";
    }
  }

  /**
   * What stands in a field.
   *
   * @param pageId of a list row, else null
   * @param row of a list form, else null
   * @param value empty: nothing stands there
   * @param legible false: something stands there that cannot be read
   * @param asPrinted true: the form says so, although it is no valid value of its kind
   */
  record FieldPatch(
      @Nullable String field,
      @Nullable UUID pageId,
      @Nullable Integer row,
      @Nullable String value,
      @Nullable Boolean legible,
      @Nullable Boolean asPrinted) {

    Said said() {
      return Said.of(
          field, pageId, row, value, legible, asPrinted, "A field needs its name and a value.");
    }

    @Override
    public String toString() {
      return "FieldPatch";
    }
  }
}
