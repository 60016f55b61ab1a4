package io.huodang.corrections;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Merges;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes changes back, and tells what was changed. */
@Service
public class Undoing {
  private static final int MOST = 200;

  private final Access access;
  private final CorrectableItems items;
  private final Items all;
  private final Changes changes;
  private final MergeablePersons mergeable;
  private final Merges merges;

  Undoing(
      Access access,
      CorrectableItems items,
      Items all,
      Changes changes,
      MergeablePersons mergeable,
      Merges merges) {
    this.access = access;
    this.items = items;
    this.all = all;
    this.changes = changes;
    this.mergeable = mergeable;
    this.merges = merges;
  }

  /**
   * Takes a change back.
   *
   * @throws Refusal {@code no-such-change}, {@code not-allowed}, {@code undone-already}, {@code
   *     changed-since}
   */
  @Transactional
  public Change undo(Viewer viewer, UUID changeId, @Nullable String why) {
    access.requireMay(viewer, Action.CORRECT);
    Change change = changes.find(changeId);
    if (change.kind().equals(Merging.MERGE)) {
      return unmerge(viewer, change, why);
    }
    if (change.kind().equals(Merging.APART)) {
      changes.personsOf(changeId).forEach(person -> mergeable.find(viewer, person));
    }
    changes.itemsOf(changeId).forEach(item -> items.findAlsoRemoved(viewer, item));
    return changes.undo(changeId, viewer.actor(), viewer.userId(), why);
  }

  /** What one of them has learnt from forms since goes to whomever those forms are about. */
  private Change unmerge(Viewer viewer, Change merge, @Nullable String why) {
    Set<UUID> persons = merges.personsOf(merge);
    persons.forEach(person -> mergeable.find(viewer, person));
    merges.lock(persons);
    return changes.undo(
        merge.id(), viewer.actor(), viewer.userId(), why, merges.learntSince(merge));
  }

  /**
   * Takes back what the same person keyed.
   *
   * @throws Refusal {@code no-such-change}, {@code not-allowed}, {@code undone-already}, {@code
   *     changed-since}
   */
  @Transactional
  public Change undoKeyed(Viewer viewer, UUID changeId) {
    Change change = changes.find(changeId);
    if (!change.byId().equals(viewer.userId()) || !change.kind().equals(Correcting.KEY_FIELD)) {
      throw new Refusal("no-such-change", "You keyed no such thing; look at the item's history.");
    }
    changes.itemsOf(changeId).forEach(item -> items.find(viewer, item, Action.KEY));
    return changes.undo(changeId, viewer.actor(), viewer.userId(), null);
  }

  /** The item, or when a change let it vanish, one that the change left standing. */
  public UUID standing(UUID itemId, Change change) {
    return Stream.concat(Stream.of(itemId), changes.itemsOf(change.id()).stream())
        .filter(id -> all.find(id).filter(it -> it.state() != Item.State.REMOVED).isPresent())
        .findFirst()
        .orElse(itemId);
  }

  /** What persons changed of an item or a person, newest first. */
  public List<Change> history(UUID subject) {
    return changes.of(subject, MOST);
  }
}
