package io.huodang.custody;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Location;
import io.huodang.catalog.PaperMovement;
import io.huodang.catalog.Shelving;
import io.huodang.catalog.Words;
import io.huodang.vocabulary.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds paper against image, and registers where papers went. Whoever lists items sees those of the
 * whole agency; that they were seen is on record. Thread-safe.
 */
@Service
public class Custody {
  private static final int AT_ONCE = 1_000;
  private static final int LONGEST_REASON = 200;

  private final TrackRows rows;
  private final Shelving shelving;
  private final Items items;
  private final Access access;
  private final Audit audit;

  Custody(TrackRows rows, Shelving shelving, Items items, Access access, Audit audit) {
    this.rows = rows;
    this.shelving = shelving;
    this.items = items;
    this.access = access;
    this.audit = audit;
  }

  /**
   * How many items have their paper and image in which states; pairs that do not occur left out.
   *
   * @param below only papers at this location or within it; null: all
   */
  public List<TrackCount> counts(@Nullable Location below) {
    return rows.counts(below);
  }

  /** The items of a choice after one of them, oldest first. */
  public List<TrackRow> after(Viewer viewer, TrackChoice choice, @Nullable UUID last, int limit) {
    List<TrackRow> found = read(choice, last, limit);
    audit.recordForGood(
        described(viewer, "list-tracks", choice)
            .with("rows", found.size())
            .showing(found.stream().map(TrackRow::id).toList()));
    return found;
  }

  /** All items of a choice, for someone who takes them away. */
  public void export(Viewer viewer, TrackChoice choice, Consumer<TrackRow> reader) {
    audit.recordForGood(
        described(viewer, "export-tracks", choice).with("rows", rows.count(choice)));
    List<TrackRow> found;
    UUID last = null;
    do {
      found = read(choice, last, AT_ONCE);
      found.forEach(reader);
      last = found.isEmpty() ? last : found.getLast().id();
    } while (found.size() == AT_ONCE);
  }

  private List<TrackRow> read(TrackChoice choice, @Nullable UUID last, int limit) {
    return items.findAll(rows.after(choice, last, limit)).stream()
        .map(TrackRow::of)
        .sorted(Comparator.comparing(row -> row.id().toString()))
        .toList();
  }

  /**
   * Registers where an item's paper is now; what it was before stays on record.
   *
   * @param location null when it has none
   * @throws Refusal {@code no-such-item}, {@code reason-needed}
   */
  @Transactional
  public void move(
      Viewer viewer,
      UUID itemId,
      Item.PaperState paper,
      @Nullable Location location,
      @Nullable String why) {
    requireMay(viewer, Action.CORRECT, itemId);
    String reason = reason(why);
    items.lock(itemId);
    shelving.move(itemId, paper, location, viewer.userId(), reason);
    audit.record(
        AuditEntry.of(viewer.actor(), "move-paper")
            .about("item", itemId)
            .because(reason)
            .with("paper", Words.of(paper))
            .with("location", Objects.toString(location, "")));
  }

  /** How many items' papers stand at a location and within it, those of removed ones too. */
  public long countAt(Location location) {
    return shelving.countAt(location);
  }

  /**
   * Registers in one step that all that stands at a location went to another, as when a shelf is
   * moved; each paper stands there as it stood in the first and is in the state in which it was.
   *
   * @return how many items' papers that were, those of removed items among them
   * @throws Refusal {@code reason-needed}, {@code same-location} also when the one is within the
   *     other, {@code no-papers-there}, {@code bad-location}
   */
  @Transactional
  public int moveAll(Viewer viewer, Location from, Location to, @Nullable String why) {
    access.requireMay(viewer, Action.MOVE_SHELVES);
    String reason = reason(why);
    if (to.isWithin(from)) {
      throw new Refusal(
          "same-location", "They stand there already, or the one is within the other.");
    }
    int moved = shelving.moveAll(from, to, viewer.userId(), reason);
    audit.record(
        AuditEntry.of(viewer.actor(), "move-papers")
            .because(reason)
            .with("left", from.toString())
            .with("location", to.toString())
            .with("items", moved));
    return moved;
  }

  private static String reason(@Nullable String why) {
    if (why == null || why.isBlank() || why.length() > LONGEST_REASON) {
      throw new Refusal("reason-needed", "Say in up to 200 characters why the paper moved.");
    }
    return why.strip();
  }

  /**
   * Where an item's paper went, newest first; the id of one that was merged leads on to the item
   * that has its pages.
   *
   * @throws Refusal {@code no-such-item}
   */
  public List<PaperMovement> movements(Viewer viewer, UUID itemId) {
    UUID id = items.leadsTo(itemId);
    requireMay(viewer, Action.VIEW_ITEM, id);
    audit.recordForGood(AuditEntry.of(viewer.actor(), "view-item").about("item", id));
    return shelving.movementsOf(id);
  }

  private void requireMay(Viewer viewer, Action action, UUID itemId) {
    Optional<Item> item = items.find(itemId);
    access.requireMay(viewer, action, "item", itemId, item.map(Item::terms).orElse(Terms.NONE));
    if (item.filter(one -> one.state() != Item.State.REMOVED).isEmpty()) {
      throw new Refusal("no-such-item", "There is no such item; search again.");
    }
  }

  private static AuditEntry described(Viewer viewer, String action, TrackChoice choice) {
    AuditEntry entry = AuditEntry.of(viewer.actor(), action);
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "track", choice.track());
    put(words, "paper", choice.paper());
    put(words, "image", choice.image());
    if (choice.below() != null) {
      words.put("location", choice.below().toString());
    }
    for (Map.Entry<String, String> word : words.entrySet()) {
      entry = entry.with(word.getKey(), word.getValue());
    }
    return entry;
  }

  private static void put(Map<String, String> words, String key, @Nullable Enum<?> constant) {
    if (constant != null) {
      words.put(key, Words.of(constant));
    }
  }
}
