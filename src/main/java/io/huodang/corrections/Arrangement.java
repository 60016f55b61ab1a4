package io.huodang.corrections;

import io.huodang.access.Viewer;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewChange;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts right how one item's pages stand: each upright, in their order. */
@Service
public class Arrangement {
  private final CorrectableItems items;
  private final Items all;
  private final Pages pages;
  private final Changes changes;

  Arrangement(CorrectableItems items, Items all, Pages pages, Changes changes) {
    this.items = items;
    this.all = all;
    this.pages = pages;
    this.changes = changes;
  }

  /**
   * Says how a page stands upright, or whether it is blank, wherever it stands.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @param rotation degrees clockwise that make the delivered page upright; null: leave it
   * @param blank null: leave it
   * @return what was changed, or empty when it is as wanted already
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code no-such-page}, {@code page-unread}, {@code
   *     bad-rotation}, {@code not-allowed}
   */
  @Transactional
  public Optional<Change> setPage(
      Viewer viewer,
      UUID itemId,
      @Nullable Long seen,
      UUID pageId,
      @Nullable Integer rotation,
      @Nullable Boolean blank,
      @Nullable String why) {
    Page page = pageOf(viewer, itemId, pageId);
    List<Edit> edits = new ArrayList<>();
    if (rotation != null) {
      edits.add(Edit.of(Aspect.ROTATION, pageId, "", String.valueOf(upright(rotation))));
    }
    PageVersion current = page.current();
    if (blank != null && (current == null || current.blank() != blank)) {
      edits.add(Edit.of(Aspect.BLANK, pageId, "", blank ? "blank" : "written"));
    }
    return make(viewer, rotation != null ? "turn-page" : "mark-blank", why, edits, itemId, seen);
  }

  /**
   * Turns a page by quarters from how it is shown.
   *
   * @param degrees clockwise, a multiple of 90, negative ones too
   * @see #setPage
   */
  @Transactional
  public Optional<Change> turn(
      Viewer viewer, UUID itemId, @Nullable Long seen, UUID pageId, int degrees) {
    Page page = pageOf(viewer, itemId, pageId);
    PageVersion current = page.current();
    int from = current == null ? 0 : current.rotation();
    return setPage(viewer, itemId, seen, pageId, Math.floorMod(from + degrees, 360), null, null);
  }

  /**
   * Puts an item's pages into another order.
   *
   * @param order every page of the item
   * @throws Refusal {@code pages-differ}, {@code no-such-item}, {@code not-allowed}
   */
  @Transactional
  public Optional<Change> reorder(
      Viewer viewer, UUID itemId, @Nullable Long seen, List<UUID> order, @Nullable String why) {
    Item item = items.lock(viewer, itemId);
    requireUnchanged(item, seen);
    if (order.size() != item.pages().size()
        || !new HashSet<>(order).equals(new HashSet<>(item.pages()))) {
      throw new Refusal(
          "pages-differ",
          "Name every page of the item once; to take some out, remove or move them.");
    }
    return make(viewer, "order-pages", why, List.of(Edit.arrangement(itemId, order)), itemId, seen);
  }

  /** Whoever saw another revision learns what changed, before anything is said of the pages. */
  private void requireUnchanged(Item item, @Nullable Long seen) {
    changes.requireSeen(item.id(), seen);
  }

  /** Everything that the page stands in is concerned: one may only turn what one may correct. */
  private Page pageOf(Viewer viewer, UUID itemId, UUID pageId) {
    Item item = items.lock(viewer, itemId);
    if (!item.pages().contains(pageId)) {
      throw noSuchPage();
    }
    all.ofPage(pageId).forEach(other -> items.find(viewer, other));
    return pages.find(pageId).orElseThrow(Arrangement::noSuchPage);
  }

  private Optional<Change> make(
      Viewer viewer,
      String kind,
      @Nullable String why,
      List<Edit> edits,
      UUID item,
      @Nullable Long seen) {
    return changes.make(
        new NewChange(
            kind,
            viewer.actor(),
            viewer.userId(),
            why,
            edits,
            seen == null ? Map.of() : Map.of(item, seen)));
  }

  private static int upright(int rotation) {
    if (rotation % 90 != 0 || rotation < 0 || rotation >= 360) {
      throw new Refusal("bad-rotation", "A page is turned by 0, 90, 180 or 270 degrees.");
    }
    return rotation;
  }

  private static Refusal noSuchPage() {
    return new Refusal("no-such-page", "The page does not stand in the item; look at it again.");
  }
}
