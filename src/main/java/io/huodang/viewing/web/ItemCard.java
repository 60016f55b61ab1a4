package io.huodang.viewing.web;

import io.huodang.viewing.ItemDocument;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands in a timeline.
 *
 * @param proposed nobody has confirmed that it is about the person whose file this is
 * @param year of the document, null when unknown
 * @param firstOfYear a new year begins with it
 */
public record ItemCard(
    ItemDocument item, boolean proposed, @Nullable Integer year, boolean firstOfYear) {

  /**
   * @param person whose file it stands in; null: it stands alone
   */
  static ItemCard of(ItemDocument item, @Nullable UUID person, boolean firstOfYear) {
    List<ItemDocument.About> mine =
        item.people().stream().filter(about -> about.id().equals(person)).toList();
    return new ItemCard(
        item,
        !mine.isEmpty() && mine.stream().noneMatch(about -> about.state().equals("confirmed")),
        item.date() == null ? null : item.date().getYear(),
        firstOfYear);
  }

  ItemCard after(@Nullable ItemCard before) {
    return new ItemCard(item, proposed, year, before == null || !Objects.equals(before.year, year));
  }
}
