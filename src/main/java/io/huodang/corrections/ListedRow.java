package io.huodang.corrections;

import io.huodang.catalog.Link;
import io.huodang.catalog.ListRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list form, with who may stand there.
 *
 * @param position of its page in the item, from 1
 * @param fields that were read of it
 * @param links to persons, of all states, the likeliest first
 * @param clear the one person who is proposed stands so clearly out that several such rows may be
 *     confirmed at once
 */
public record ListedRow(
    ListRow place, int position, List<KeyField> fields, List<Link> links, boolean clear) {

  public ListedRow {
    fields = List.copyOf(fields);
    links = List.copyOf(links);
  }

  /** How far it is decided who stands in a row. */
  public enum State {
    /** Someone is proposed. */
    UNDECIDED,
    CONFIRMED,
    /** Whoever was proposed is not the person, says a person, and nobody else is known. */
    REJECTED,
    /** Nobody was found who comes near. */
    UNMATCHED;

    /** The word on the wire and of the screens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, or empty. */
    public static Optional<State> of(@Nullable String word) {
      return List.of(values()).stream().filter(state -> state.word().equals(word)).findFirst();
    }
  }

  /** How far it is decided. */
  public State state() {
    if (links.stream().anyMatch(link -> link.state() == Link.State.CONFIRMED)) {
      return State.CONFIRMED;
    }
    if (!candidates().isEmpty()) {
      return State.UNDECIDED;
    }
    return links.stream().anyMatch(link -> link.decision() != null)
        ? State.REJECTED
        : State.UNMATCHED;
  }

  /** Who is proposed. */
  public List<Link> candidates() {
    return links.stream().filter(link -> link.state() == Link.State.PROPOSED).toList();
  }

  /** Whom a person or the program spoke of last: without those whom the program withdrew. */
  public List<Link> shown() {
    return links.stream()
        .filter(link -> link.state() != Link.State.REJECTED || link.decision() != null)
        .toList();
  }
}
