package io.huodang.viewing.web;

import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Words;
import io.huodang.viewing.SeenPage;
import io.huodang.vocabulary.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page on the wire.
 *
 * @param number within the delivered file, from 1
 * @param state {@code waiting}, {@code ok}, {@code flagged} or {@code quarantined}
 * @param items in which it stands
 * @param reading what was read of it last, null while it waits
 */
public record PageDocument(
    UUID id,
    int number,
    String state,
    @Nullable Reason reason,
    @Nullable String mediaType,
    List<Place> items,
    @Nullable Reading reading) {

  /** Where it stands in an item, from 1. */
  public record Place(UUID itemId, int position) {}

  /**
   * What was read: sizes in the master's pixels, turns in degrees clockwise.
   *
   * @param confidence mean of the words, 0 to 1
   */
  public record Reading(
      int version,
      int width,
      int height,
      int dpi,
      int rotation,
      double skew,
      boolean blank,
      double confidence,
      @Nullable String documentType,
      @Nullable String title,
      String engine) {}

  static PageDocument of(SeenPage seen) {
    PageVersion current = seen.page().current();
    return new PageDocument(
        seen.page().id(),
        seen.page().number(),
        Words.of(seen.page().state()),
        seen.page().reason(),
        seen.file().mediaType(),
        seen.items().stream()
            .map(item -> new Place(item.id(), item.pages().indexOf(seen.page().id()) + 1))
            .toList(),
        current == null ? null : reading(current));
  }

  private static Reading reading(PageVersion version) {
    return new Reading(
        version.version(),
        version.width(),
        version.height(),
        version.dpi(),
        version.rotation(),
        version.skew(),
        version.blank(),
        version.confidence(),
        version.documentType(),
        version.title(),
        version.engine());
  }
}
