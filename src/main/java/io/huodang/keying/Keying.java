package io.huodang.keying;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.corrections.Correcting;
import io.huodang.corrections.Fields;
import io.huodang.corrections.ItemFields;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Said;
import io.huodang.corrections.Undoing;
import io.huodang.vocabulary.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The queue of what a person has to key: handwriting, keys that were read badly, not at all, or
 * against what else is said of them.
 *
 * <p>An item is handed out to one person at a time, the more urgent lane first, in it the oldest;
 * without a sign of that person it is offered to others after a short while. What is keyed is a
 * change like any other: on record, undone as it was made. Thread-safe.
 */
@Service
public class Keying {
  /** Of a list with hundreds of rows, so many fields at a time. */
  private static final int MOST_FIELDS = 24;

  private static final int MOST_BESIDE = 8;

  private final Access access;
  private final Audit audit;
  private final KeyingItems keying;
  private final KeyingSettings settings;
  private final Items items;
  private final Fields fields;
  private final Whereabouts whereabouts;
  private final Correcting correcting;
  private final Undoing undoing;

  Keying(
      Access access,
      Audit audit,
      KeyingItems keying,
      KeyingSettings settings,
      Items items,
      Fields fields,
      Whereabouts whereabouts,
      Correcting correcting,
      Undoing undoing) {
    this.access = access;
    this.audit = audit;
    this.keying = keying;
    this.settings = settings;
    this.items = items;
    this.fields = fields;
    this.whereabouts = whereabouts;
    this.correcting = correcting;
    this.undoing = undoing;
  }

  /** What waits to be keyed, as far as the viewer may see it; nothing for who may not key. */
  public Waiting waiting(Viewer viewer) {
    return access.may(viewer, Action.KEY)
        ? keying.waiting(viewer.rights())
        : new Waiting(0, 0, 0, 0, 0, null);
  }

  /** Says what a person's screen still has: that stays the person's, all else is free again. */
  public void hold(Viewer viewer, Collection<UUID> holding) {
    access.requireMay(viewer, Action.KEY);
    keying.releaseOthers(viewer.userId(), holding);
    holding.forEach(item -> keying.renew(item, viewer.userId(), settings.lease()));
  }

  /**
   * Hands out the item whose turn it is.
   *
   * @return the task, or empty when nothing waits that nobody has
   */
  public Optional<KeyingTask> next(Viewer viewer) {
    access.requireMay(viewer, Action.KEY);
    Optional<UUID> leased = keying.lease(viewer.userId(), viewer.rights(), settings.lease());
    while (leased.isPresent()) {
      Optional<KeyingTask> task = leased.flatMap(id -> taskOf(viewer, permitted(viewer, id)));
      if (task.isPresent()) {
        return task;
      }
      keying.put(leased.get(), 0); // someone was faster: nothing is left to key in it
      leased = keying.lease(viewer.userId(), viewer.rights(), settings.lease());
    }
    return Optional.empty();
  }

  /**
   * Hands out one certain item, again or for the first time.
   *
   * @return the task, or empty when nothing is to be keyed in it
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code keyed-by-other}
   */
  public Optional<KeyingTask> take(Viewer viewer, UUID id) {
    Item item = permitted(viewer, id);
    if (!keying.lease(id, viewer.userId(), settings.lease()) && keying.isWaiting(id)) {
      throw new Refusal(
          "keyed-by-other", "Someone else keys this item at present; ask for the next one.");
    }
    return taskOf(viewer, item);
  }

  /**
   * Says what stands in a field.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @return what was changed, or empty when it was said so already
   * @throws io.huodang.corrections.FieldInvalid when the value is none of its field's kind
   * @throws io.huodang.catalog.ChangedMeanwhile when someone else keyed this very field
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code no-such-field}
   */
  public Optional<Change> answer(Viewer viewer, UUID id, @Nullable Long seen, Said said) {
    Optional<Change> change = correcting.key(viewer, id, seen, said);
    keying.lease(id, viewer.userId(), settings.lease());
    return change;
  }

  /**
   * Skips an item: nobody is asked about it for a while.
   *
   * @throws Refusal {@code no-such-item}, {@code not-allowed}
   */
  public void putOff(Viewer viewer, UUID id) {
    permitted(viewer, id);
    keying.putOff(id, viewer.userId(), settings.putOff());
  }

  /**
   * Takes back what the viewer keyed, and hands the item out once more.
   *
   * @throws Refusal {@code no-such-change}, {@code undone-already}, {@code changed-since}, {@code
   *     no-such-item}, {@code not-allowed}, {@code keyed-by-other}
   */
  public Optional<KeyingTask> undo(Viewer viewer, UUID id, UUID change) {
    permitted(viewer, id);
    undoing.undoKeyed(viewer, change);
    return take(viewer, id);
  }

  /** The item's present revision, for the next answer. */
  public long revisionOf(UUID id) {
    return items.find(id).map(Item::revision).orElse(0L);
  }

  private Item permitted(Viewer viewer, UUID id) {
    Optional<Item> found = items.find(id).filter(item -> item.state() != Item.State.REMOVED);
    access.requireMay(viewer, Action.KEY, "item", id, found.map(Item::terms).orElse(Terms.NONE));
    return found.orElseThrow(
        () -> new Refusal("no-such-item", "There is no such item; ask for the next one."));
  }

  private Optional<KeyingTask> taskOf(Viewer viewer, Item item) {
    ItemFields known = fields.of(item);
    List<KeyField> doubted =
        known.all().filter(field -> field.doubt() != null).limit(MOST_FIELDS).toList();
    if (doubted.isEmpty()) {
      return Optional.empty();
    }
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "key-item")
            .about("item", item.id())
            .with("fields", doubted.size()));
    return Optional.of(
        new KeyingTask(
            item,
            keying.laneOf(item.id()),
            whereabouts.of(viewer, item, doubted),
            known.ofForm().stream()
                .filter(field -> field.doubt() == null && !field.value().isEmpty())
                .limit(MOST_BESIDE)
                .toList()));
  }
}
