package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.BinEntry;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.corrections.Removing;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.web.Part;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls that put items and pages into the bin, and back. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BinCalls {
  private final Looks looks;
  private final Removing removing;

  BinCalls(Looks looks, Removing removing) {
    this.looks = looks;
    this.removing = removing;
  }

  /**
   * What waits in the bin, on the wire.
   *
   * @param pageId null: the whole item
   * @param position where the page stood, null for an item
   */
  record Waiting(
      UUID itemId,
      @Nullable UUID pageId,
      @Nullable String title,
      @Nullable String fileNumber,
      @Nullable Integer position,
      int pageCount,
      String removedBy,
      Instant removedAt,
      Instant until,
      @Nullable String reason) {

    static Waiting of(BinEntry entry) {
      return new Waiting(
          entry.itemId(),
          entry.pageId(),
          entry.title(),
          entry.fileNumber(),
          entry.pageId() == null ? null : entry.position(),
          entry.pages(),
          entry.by(),
          entry.at(),
          entry.until(),
          entry.why());
    }
  }

  @Needs(Action.CORRECT)
  @GetMapping("/bin")
  Part<Waiting> bin(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    return Part.of(removing.waiting(viewer, cursor, size + 1), size, BinEntry::id).map(Waiting::of);
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/remove")
  ResponseEntity<Void> remove(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) CorrectionCalls.@Nullable Why why,
      Viewer viewer) {
    Change change =
        OnceMore.make(
            () -> removing.removeItem(viewer, id, IfMatch.revision(ifMatch), reason(why)));
    return ResponseEntity.noContent()
        .header(CorrectionCalls.CHANGE, change.id().toString())
        .build();
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/remove")
  ResponseEntity<ItemDocument> removePage(
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) CorrectionCalls.@Nullable Why why,
      Viewer viewer) {
    return answer(
        viewer,
        id,
        OnceMore.make(
            () -> removing.removePage(viewer, id, IfMatch.revision(ifMatch), page, reason(why))));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/restore")
  ResponseEntity<ItemDocument> restore(
      @PathVariable UUID id,
      @RequestBody(required = false) CorrectionCalls.@Nullable Why why,
      Viewer viewer) {
    return answer(viewer, id, OnceMore.make(() -> removing.restore(viewer, id, null, reason(why))));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/restore")
  ResponseEntity<ItemDocument> restorePage(
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestBody(required = false) CorrectionCalls.@Nullable Why why,
      Viewer viewer) {
    return answer(viewer, id, OnceMore.make(() -> removing.restore(viewer, id, page, reason(why))));
  }

  private ResponseEntity<ItemDocument> answer(Viewer viewer, UUID id, Change change) {
    Item item = looks.atItem(viewer, id);
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(item.revision()))
        .header(CorrectionCalls.CHANGE, change.id().toString())
        .body(ItemDocument.of(item, looks.namesOf(List.of(item))));
  }

  private static @Nullable String reason(CorrectionCalls.@Nullable Why why) {
    return why == null ? null : why.reason();
  }
}
