package io.huodang.desk;

import io.huodang.access.Action;
import io.huodang.vocabulary.Refusal;
import java.util.Locale;

/** One kind of thing that waits for a person; who may do something about it sees it. */
public enum Pile {
  /** Links that the program proposed and nobody decided. */
  PROPOSED_LINKS(Action.CORRECT),
  /** Items that only a person can tell apart. */
  HELD_ITEMS(Action.CORRECT),
  /** Files that could not be opened and that nobody has seen to. */
  QUARANTINED_FILES(Action.UPLOAD),
  /** Files with a page that could not be read, or not whole, and that nobody has seen to. */
  FLAGGED_FILES(Action.UPLOAD),
  /** Files that lie in a watched folder because they could not be taken in. */
  WATCHED_FILES(Action.UPLOAD),
  /** Batches that take in files or of which something is under way. */
  BATCHES(Action.UPLOAD);

  private final Action action;

  Pile(Action action) {
    this.action = action;
  }

  /** What someone has to be allowed to do to see it. */
  public Action action() {
    return action;
  }

  /** The word in addresses and bundles, for example {@code held-items}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The pile of that word.
   *
   * @throws Refusal {@code not-found}
   */
  public static Pile of(String word) {
    for (Pile pile : values()) {
      if (pile.word().equals(word)) {
        return pile;
      }
    }
    throw new Refusal("not-found", "There is no such list.");
  }
}
