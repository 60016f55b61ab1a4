package io.huodang.corrections;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.vocabulary.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The items that someone may correct. */
@Component
class CorrectableItems {
  private final Access access;
  private final Items items;

  CorrectableItems(Access access, Items items) {
    this.access = access;
    this.items = items;
  }

  /**
   * An item that the viewer may correct; one that waits in the bin is none.
   *
   * @throws Refusal {@code no-such-item}, {@code not-allowed}
   */
  Item find(Viewer viewer, UUID id) {
    return find(viewer, id, Action.CORRECT);
  }

  /** The same, for another way to put something right. */
  Item find(Viewer viewer, UUID id, Action action) {
    return findAlsoRemoved(viewer, id, action)
        .filter(item -> item.state() != Item.State.REMOVED)
        .orElseThrow(CorrectableItems::noSuchItem);
  }

  /** The same, locked to the end of the transaction: always before anything that hangs on it. */
  Item lock(Viewer viewer, UUID id) {
    find(viewer, id);
    items.lock(id);
    return find(viewer, id);
  }

  /** The same, also when it waits in the bin. */
  Optional<Item> findAlsoRemoved(Viewer viewer, UUID id) {
    return findAlsoRemoved(viewer, id, Action.CORRECT);
  }

  private Optional<Item> findAlsoRemoved(Viewer viewer, UUID id, Action action) {
    Optional<Item> found = items.find(id);
    access.requireMay(viewer, action, "item", id, found.map(Item::terms).orElse(Terms.NONE));
    return found;
  }

  /** An item that is only about to be made. */
  Item findUnmade(Viewer viewer, UUID id) {
    return findAlsoRemoved(viewer, id).orElseThrow(CorrectableItems::noSuchItem);
  }

  static Refusal noSuchItem() {
    return new Refusal("no-such-item", "There is no such item; search again.");
  }
}
