package io.huodang.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom and what an edit concerns.
 *
 * @param items that are changed by it
 * @param undecided those of the items whose owner must be decided again
 * @param rows of lists among the items, of which alone it must be decided who stands there
 * @param persons who are changed by it
 * @param unread pages that must be read again
 */
record Effects(
    Set<UUID> items,
    Set<UUID> undecided,
    Set<RowOfItem> rows,
    Set<UUID> persons,
    Set<UUID> unread) {
  static final Effects NONE = new Effects(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /** A row of a list that an item is. */
  record RowOfItem(UUID item, ListRow row) {}

  Effects {
    items = Set.copyOf(items);
    undecided = Set.copyOf(undecided);
    rows = Set.copyOf(rows);
    persons = Set.copyOf(persons);
    unread = Set.copyOf(unread);
  }

  static Effects onItem(UUID item) {
    return new Effects(Set.of(item), Set.of(), Set.of(), Set.of(), Set.of());
  }

  static Effects onEvidenceOf(Collection<UUID> items) {
    Set<UUID> all = Set.copyOf(items);
    return new Effects(all, all, Set.of(), Set.of(), Set.of());
  }

  /** On what stands in one row of a list, which a page of the items is. */
  static Effects onEvidenceOf(Collection<UUID> items, ListRow row) {
    Set<RowOfItem> rows =
        items.stream().map(item -> new RowOfItem(item, row)).collect(Collectors.toSet());
    return new Effects(Set.copyOf(items), Set.of(), rows, Set.of(), Set.of());
  }

  /** The rows by the item that is their list, without items that are decided as a whole. */
  Map<UUID, Set<ListRow>> rowsByItem() {
    return rows.stream()
        .filter(row -> !undecided.contains(row.item()))
        .collect(
            Collectors.groupingBy(
                RowOfItem::item, Collectors.mapping(RowOfItem::row, Collectors.toSet())));
  }

  Effects and(Effects other) {
    return new Effects(
        both(items, other.items),
        both(undecided, other.undecided),
        both(rows, other.rows),
        both(persons, other.persons),
        both(unread, other.unread));
  }

  Effects andPersons(Collection<UUID> more) {
    return and(new Effects(Set.of(), Set.of(), Set.of(), Set.copyOf(more), Set.of()));
  }

  static Effects all(List<Effects> several) {
    return several.stream().reduce(NONE, Effects::and);
  }

  private static <T> Set<T> both(Set<T> some, Set<T> others) {
    Set<T> both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }
}
