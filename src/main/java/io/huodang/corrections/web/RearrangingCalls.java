package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.corrections.Rearranging;
import io.huodang.corrections.Rearranging.Rearranged;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that put pages into the item to which they belong. */
@RestController
@RequestMapping(path = "/api/v1/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RearrangingCalls {
  private final Looks looks;
  private final Rearranging rearranging;

  RearrangingCalls(Looks looks, Rearranging rearranging) {
    this.looks = looks;
    this.rearranging = rearranging;
  }

  /** Where an item is split: before which page. */
  record Split(@Nullable UUID page, @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PostMapping("/split")
  ResponseEntity<ItemDocument> split(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Split split,
      Viewer viewer) {
    UUID page = split.page();
    if (page == null) {
      throw new Refusal("bad-request", "Name the page with which the new item begins.");
    }
    Rearranged made =
        OnceMore.make(
            () -> rearranging.split(viewer, id, IfMatch.revision(ifMatch), page, split.reason()));
    return answer(viewer, HttpStatus.CREATED, made.item(), made.change());
  }

  /**
   * Pages that are moved to another item.
   *
   * @param before the page of the other item before which they are put; null: at its end
   */
  record Move(
      @Nullable List<UUID> pages,
      @Nullable UUID itemId,
      @Nullable UUID before,
      @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PostMapping("/pages/move")
  ResponseEntity<ItemDocument> move(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Move move,
      Viewer viewer) {
    List<UUID> pages = move.pages();
    UUID to = move.itemId();
    if (pages == null || to == null) {
      throw new Refusal("bad-request", "Name the pages, and the item to which they go.");
    }
    Rearranged made =
        OnceMore.make(
            () ->
                rearranging.move(
                    viewer,
                    id,
                    IfMatch.revision(ifMatch),
                    pages,
                    to,
                    move.before(),
                    move.reason()));
    return answer(viewer, HttpStatus.OK, id, made.change());
  }

  /**
   * The item whose pages are put among those of this one.
   *
   * @param before the page before which they are put; null: at the end
   * @param instead the page whose place they take, and which goes into the bin; null: none
   */
  record Merge(
      @Nullable UUID itemId,
      @Nullable UUID before,
      @Nullable UUID instead,
      @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PostMapping("/merge")
  ResponseEntity<ItemDocument> merge(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Merge merge,
      Viewer viewer) {
    UUID other = merge.itemId();
    if (other == null) {
      throw new Refusal("bad-request", "Name the item that is taken into this one.");
    }
    Rearranged made =
        OnceMore.make(
            () ->
                rearranging.merge(
                    viewer,
                    id,
                    IfMatch.revision(ifMatch),
                    other,
                    new Rearranging.Place(merge.before(), merge.instead()),
                    merge.reason()));
    return answer(viewer, HttpStatus.OK, id, made.change());
  }

  private ResponseEntity<ItemDocument> answer(
      Viewer viewer, HttpStatus status, UUID id, Change change) {
    Item item = looks.atItem(viewer, id);
    return ResponseEntity.status(status)
        .eTag(IfMatch.tag(item.revision()))
        .header(CorrectionCalls.CHANGE, change.id().toString())
        .body(ItemDocument.of(item, looks.namesOf(List.of(item))));
  }
}
