package io.huodang.corrections;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Viewer;
import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Bin;
import io.huodang.catalog.BinEntry;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.Item;
import io.huodang.catalog.NewChange;
import io.huodang.catalog.PageRemoval;
import io.huodang.catalog.Removal;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts items and pages into the bin, and back where they were. */
@Service
public class Removing {
  private final Access access;
  private final CorrectableItems items;
  private final Bin bin;
  private final Changes changes;
  private final Audit audit;

  Removing(Access access, CorrectableItems items, Bin bin, Changes changes, Audit audit) {
    this.access = access;
    this.items = items;
    this.bin = bin;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Puts an item into the bin: it is neither found nor shown.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code item-waits}, {@code not-allowed}
   */
  @Transactional
  public Change removeItem(Viewer viewer, UUID itemId, @Nullable Long seen, @Nullable String why) {
    Item item = items.lock(viewer, itemId);
    changes.requireSeen(itemId, seen);
    if (item.state() == Item.State.OPEN) {
      throw new Refusal("item-waits", "Its batch is still being delivered; wait a moment.");
    }
    Removal removal = new Removal("bin", now(), viewer.userId(), why, null);
    return make(
        viewer,
        "remove-item",
        why,
        List.of(Edit.of(Aspect.REMOVAL, itemId, "", removal.written())));
  }

  /**
   * Takes a page out of an item and puts it into the bin.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code no-such-page}, {@code last-page}, {@code
   *     not-allowed}
   */
  @Transactional
  public Change removePage(
      Viewer viewer, UUID itemId, @Nullable Long seen, UUID page, @Nullable String why) {
    Item item = items.lock(viewer, itemId);
    changes.requireSeen(itemId, seen);
    int position = item.pages().indexOf(page) + 1;
    if (position == 0) {
      throw new Refusal("no-such-page", "The page does not stand in the item; look at it again.");
    }
    if (item.pages().size() == 1) {
      throw Rearranging.lastPage();
    }
    PageRemoval removal = new PageRemoval(position, now(), viewer.userId(), why);
    List<UUID> left = item.pages().stream().filter(one -> !one.equals(page)).toList();
    return make(
        viewer,
        "remove-page",
        why,
        List.of(
            Edit.arrangement(itemId, left),
            Edit.of(Aspect.PAGE_REMOVAL, page, itemId.toString(), removal.written())));
  }

  /**
   * Puts back what waits in the bin: an item as it was, or a page where it stood.
   *
   * @param page null: the item itself
   * @throws Refusal {@code not-in-bin}, {@code no-such-item} when a page's item is not there,
   *     {@code not-allowed}
   */
  @Transactional
  public Change restore(Viewer viewer, UUID itemId, @Nullable UUID page, @Nullable String why) {
    if (items.findAlsoRemoved(viewer, itemId).isEmpty()) {
      throw CorrectableItems.noSuchItem();
    }
    BinEntry entry =
        bin.find(itemId, page)
            .orElseThrow(
                () ->
                    new Refusal(
                        "not-in-bin",
                        "It is not in the bin: it was put back, or its time is over."));
    if (page == null) {
      return make(viewer, "restore-item", why, List.of(Edit.of(Aspect.REMOVAL, itemId, "", null)));
    }
    Item item = items.lock(viewer, itemId);
    List<UUID> pages = new ArrayList<>(item.pages());
    if (!pages.contains(page)) {
      pages.add(Math.min(entry.position() - 1, pages.size()), page);
    }
    return make(
        viewer,
        "restore-page",
        why,
        List.of(
            Edit.arrangement(itemId, pages),
            Edit.of(Aspect.PAGE_REMOVAL, page, itemId.toString(), null)));
  }

  /** What waits, as far as the viewer may put it back; what was removed last first. */
  public List<BinEntry> waiting(Viewer viewer, @Nullable UUID after, int limit) {
    access.requireMay(viewer, Action.CORRECT);
    return bin.newest(after, limit).stream()
        .filter(entry -> access.may(viewer, Action.CORRECT, entry.terms()))
        .toList();
  }

  /** Lets what has waited for its days leave the bin; the bytes stay in the vault. */
  @Transactional
  public int sweep(Instant now) {
    List<UUID> gone = bin.letItemsGo(now);
    List<UUID> pages = bin.letPagesGo(now);
    gone.forEach(item -> record("item", item));
    pages.forEach(page -> record("page", page));
    return gone.size() + pages.size();
  }

  private void record(String kind, UUID subject) {
    audit.record(AuditEntry.of(Actor.program(), "leave-bin").about(kind, subject));
  }

  private Change make(Viewer viewer, String kind, @Nullable String why, List<Edit> edits) {
    return changes
        .make(new NewChange(kind, viewer.actor(), viewer.userId(), why, edits, Map.of()))
        .orElseThrow();
  }

  /** As precise as the registry keeps it. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
