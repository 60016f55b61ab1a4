package io.huodang.search;

import io.huodang.catalog.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The terms of a page's text, once for each item in which the page stands. */
record PageDocument(
    boolean removed,
    String key,
    UUID itemId,
    Set<String> rights,
    @Nullable UUID category,
    String image,
    String paper,
    @Nullable LocalDate date,
    String text,
    Set<String> numbers) {

  static PageDocument of(Item item, UUID page, String text) {
    return new PageDocument(
        false,
        DocumentKey.of(item.id(), page),
        item.id(),
        RightsKeys.covering(List.of(item.terms())),
        item.terms().category(),
        Track.word(item.image()),
        Track.word(item.paper()),
        item.date(),
        TextFolding.fold(text),
        Numbers.inText(text));
  }

  /** The id of the document of a page in an item. */
  static String id(UUID item, UUID page) {
    return item + "_" + page;
  }

  /** A page in an item. */
  record Place(UUID item, UUID page) {

    /** What {@link PageDocument#id} made; empty for anything else. */
    static Optional<Place> ofId(@Nullable String id) {
      if (id == null || id.length() != 73) {
        return Optional.empty();
      }
      return Optional.of(
          new Place(UUID.fromString(id.substring(0, 36)), UUID.fromString(id.substring(37))));
    }
  }
}
