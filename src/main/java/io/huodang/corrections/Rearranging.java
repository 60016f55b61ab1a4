package io.huodang.corrections;

import io.huodang.access.Viewer;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewChange;
import io.huodang.catalog.PageRemoval;
import io.huodang.catalog.Removal;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts pages into the item to which they belong: splits one item, merges two, moves pages between
 * them. Whose the items are is decided again; what persons said goes where {@link Carrying} says.
 */
@Service
public class Rearranging {
  private static final int BESIDE = 12;

  private final CorrectableItems items;
  private final Items all;
  private final Carrying carrying;
  private final Changes changes;

  Rearranging(CorrectableItems items, Items all, Carrying carrying, Changes changes) {
    this.items = items;
    this.all = all;
    this.carrying = carrying;
    this.changes = changes;
  }

  /**
   * What came of it.
   *
   * @param item the item that has the pages now
   */
  public record Rearranged(Change change, UUID item) {}

  /**
   * Makes a new item of a page and all behind it.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code no-such-page}, {@code bad-split} when the page is
   *     the first, {@code item-waits}, {@code not-allowed}
   */
  @Transactional
  public Rearranged split(
      Viewer viewer, UUID itemId, @Nullable Long seen, UUID at, @Nullable String why) {
    Item item = lock(viewer, itemId, seen);
    int position = item.pages().indexOf(at);
    if (position < 0) {
      throw noSuchPage();
    }
    if (position == 0) {
      throw new Refusal(
          "bad-split", "An item is split before a page that is not its first; choose another.");
    }
    Item made = items.findUnmade(viewer, all.createFrom(itemId, viewer.userId()));
    List<UUID> go = item.pages().subList(position, item.pages().size());
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.of(Aspect.REMOVAL, made.id(), "", null));
    edits.add(Edit.arrangement(itemId, item.pages().subList(0, position)));
    edits.add(Edit.arrangement(made.id(), go));
    edits.addAll(carrying.along(item, made, Set.copyOf(go), false, viewer.userId()));
    return new Rearranged(make(viewer, "split-item", why, edits), made.id());
  }

  /**
   * Moves pages to another item.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @param moved pages of the item, not all of them
   * @param before the page of the other item before which they are put; null: at its end
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code no-such-page}, {@code same-item}, {@code
   *     last-page}, {@code item-waits}, {@code not-allowed}
   */
  @Transactional
  public Rearranged move(
      Viewer viewer,
      UUID itemId,
      @Nullable Long seen,
      List<UUID> moved,
      UUID toId,
      @Nullable UUID before,
      @Nullable String why) {
    Both both = lock(viewer, itemId, seen, toId);
    Set<UUID> go = new HashSet<>(moved);
    List<UUID> stay = both.one().pages().stream().filter(page -> !go.contains(page)).toList();
    List<UUID> inOrder = both.one().pages().stream().filter(go::contains).toList();
    List<UUID> there = new ArrayList<>(both.other().pages());
    int place = before == null ? there.size() : there.indexOf(before);
    if (go.isEmpty() || inOrder.size() != go.size() || place < 0) {
      throw noSuchPage();
    }
    if (stay.isEmpty()) {
      throw lastPage();
    }
    there.addAll(place, inOrder.stream().filter(page -> !there.contains(page)).toList());
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.arrangement(itemId, stay));
    edits.add(Edit.arrangement(toId, there));
    edits.addAll(carrying.along(both.one(), both.other(), go, false, viewer.userId()));
    return new Rearranged(make(viewer, "move-pages", why, edits), toId);
  }

  /**
   * Where the pages of another item are put.
   *
   * @param before which page; null: at the end
   * @param instead the page whose place they take, for example because it was scanned again, and
   *     which goes into the bin; null: none
   */
  public record Place(@Nullable UUID before, @Nullable UUID instead) {
    /** Behind all others. */
    public static final Place END = new Place(null, null);
  }

  /**
   * Puts all pages of another item among those of this one; the other one's address leads here.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code no-such-page}, {@code same-item}, {@code
   *     item-waits}, {@code not-allowed}
   */
  @Transactional
  public Rearranged merge(
      Viewer viewer,
      UUID itemId,
      @Nullable Long seen,
      UUID otherId,
      Place place,
      @Nullable String why) {
    Both both = lock(viewer, itemId, seen, otherId);
    Item other = both.other();
    List<UUID> pages = new ArrayList<>(both.one().pages());
    UUID instead = place.instead();
    UUID mark = instead == null ? place.before() : instead;
    int at = mark == null ? pages.size() : pages.indexOf(mark);
    if (at < 0) {
      throw noSuchPage();
    }
    pages.addAll(at, other.pages().stream().filter(page -> !pages.contains(page)).toList());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Removal removal = new Removal("merged", now, viewer.userId(), why, itemId);
    List<Edit> edits = new ArrayList<>();
    if (instead != null) {
      pages.remove(instead);
      if (pages.isEmpty()) {
        throw lastPage();
      }
      String replaced = new PageRemoval(at + 1, now, viewer.userId(), why).written();
      edits.add(Edit.of(Aspect.PAGE_REMOVAL, instead, itemId.toString(), replaced));
    }
    edits.addAll(
        carrying.along(other, both.one(), Set.copyOf(other.pages()), true, viewer.userId()));
    edits.add(Edit.arrangement(otherId, List.of()));
    edits.add(Edit.arrangement(itemId, pages));
    edits.add(Edit.of(Aspect.REMOVAL, otherId, "", removal.written()));
    String kind = instead == null ? "merge-items" : "replace-page";
    return new Rearranged(make(viewer, kind, why, edits), itemId);
  }

  /** Items beside this one and of its people, as far as the viewer may correct them. */
  public List<Item> beside(Viewer viewer, UUID itemId) {
    return all.beside(itemId, BESIDE).stream().map(id -> items.find(viewer, id)).toList();
  }

  private record Both(Item one, Item other) {}

  private Item lock(Viewer viewer, UUID itemId, @Nullable Long seen) {
    Item item = items.lock(viewer, itemId);
    changes.requireSeen(itemId, seen);
    return requireRead(item);
  }

  private Both lock(Viewer viewer, UUID itemId, @Nullable Long seen, UUID otherId) {
    if (itemId.equals(otherId)) {
      throw new Refusal("same-item", "It is the item itself; choose another one.");
    }
    Stream.of(itemId, otherId)
        .sorted(Comparator.comparing(UUID::toString))
        .forEach(id -> items.lock(viewer, id));
    changes.requireSeen(itemId, seen);
    return new Both(
        requireRead(items.find(viewer, itemId)), requireRead(items.find(viewer, otherId)));
  }

  /** What is still on its way for the first time is counted where it was delivered. */
  private Item requireRead(Item item) {
    if (item.state() == Item.State.OPEN || !all.isRead(item.id())) {
      throw new Refusal("item-waits", "The item is still being read; wait a moment.");
    }
    return item;
  }

  private Change make(Viewer viewer, String kind, @Nullable String why, List<Edit> edits) {
    return changes
        .make(new NewChange(kind, viewer.actor(), viewer.userId(), why, edits, Map.of()))
        .orElseThrow();
  }

  static Refusal lastPage() {
    return new Refusal(
        "last-page", "No page would be left; merge the item with the other, or remove it.");
  }

  private static Refusal noSuchPage() {
    return new Refusal("no-such-page", "The page does not stand in the item; look at it again.");
  }
}
