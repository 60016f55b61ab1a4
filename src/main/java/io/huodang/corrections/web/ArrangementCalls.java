package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.corrections.Arrangement;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that put right how an item's pages stand. */
@RestController
@RequestMapping(path = "/api/v1/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ArrangementCalls {
  private final Looks looks;
  private final Arrangement arrangement;

  ArrangementCalls(Looks looks, Arrangement arrangement) {
    this.looks = looks;
    this.arrangement = arrangement;
  }

  /**
   * What is said of a page.
   *
   * @param rotation degrees clockwise that make the delivered page upright; null: leave it
   * @param blank null: leave it
   */
  record PagePatch(@Nullable Integer rotation, @Nullable Boolean blank, @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PatchMapping("/pages/{page}")
  ResponseEntity<ItemDocument> page(
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody PagePatch patch,
      Viewer viewer) {
    if (patch.rotation() == null && patch.blank() == null) {
      throw new Refusal("bad-request", "Say how the page is turned, or whether it is blank.");
    }
    return answer(
        viewer,
        id,
        arrangement.setPage(
            viewer,
            id,
            IfMatch.revision(ifMatch),
            page,
            patch.rotation(),
            patch.blank(),
            patch.reason()));
  }

  /** Every page of an item, in order. */
  record Order(@Nullable List<UUID> pages, @Nullable String reason) {}

  @Needs(Action.CORRECT)
  @PutMapping("/pages")
  ResponseEntity<ItemDocument> order(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Order order,
      Viewer viewer) {
    List<UUID> pages = order.pages();
    if (pages == null) {
      throw new Refusal("bad-request", "Name the item's pages in their order.");
    }
    return answer(
        viewer,
        id,
        arrangement.reorder(viewer, id, IfMatch.revision(ifMatch), pages, order.reason()));
  }

  private ResponseEntity<ItemDocument> answer(Viewer viewer, UUID id, Optional<Change> change) {
    Item item = looks.atItem(viewer, id);
    var answer = ResponseEntity.ok().eTag(IfMatch.tag(item.revision()));
    change.ifPresent(made -> answer.header(CorrectionCalls.CHANGE, made.id().toString()));
    return answer.body(ItemDocument.of(item, looks.namesOf(List.of(item))));
  }
}
