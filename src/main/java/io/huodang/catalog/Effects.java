package io.huodang.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whom and what an edit concerns.
 *
 * @param items that are changed by it
 * @param undecided those of the items whose owner must be decided again
 * @param persons who are changed by it
 * @param unread pages that must be read again
 */
record Effects(Set<UUID> items, Set<UUID> undecided, Set<UUID> persons, Set<UUID> unread) {
  static final Effects NONE = new Effects(Set.of(), Set.of(), Set.of(), Set.of());

  Effects {
    items = Set.copyOf(items);
    undecided = Set.copyOf(undecided);
    persons = Set.copyOf(persons);
    unread = Set.copyOf(unread);
  }

  static Effects onItem(UUID item) {
    return new Effects(Set.of(item), Set.of(), Set.of(), Set.of());
  }

  static Effects onEvidenceOf(Collection<UUID> items) {
    Set<UUID> all = Set.copyOf(items);
    return new Effects(all, all, Set.of(), Set.of());
  }

  Effects and(Effects other) {
    return new Effects(
        both(items, other.items),
        both(undecided, other.undecided),
        both(persons, other.persons),
        both(unread, other.unread));
  }

  Effects andPersons(Collection<UUID> more) {
    return and(new Effects(Set.of(), Set.of(), Set.copyOf(more), Set.of()));
  }

  static Effects all(List<Effects> several) {
    return several.stream().reduce(NONE, Effects::and);
  }

  private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
    Set<UUID> both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }
}
