package io.huodang.custody;

import io.huodang.catalog.Item;
import io.huodang.search.Masking;
import io.huodang.search.Tracks;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as the two tracks have it, as calls and screens show it.
 *
 * @param title numbers of the form of an ID masked
 * @param pageCount of its image
 */
public record TrackRow(
    UUID id,
    @Nullable String fileNumber,
    @Nullable String title,
    @Nullable LocalDate date,
    int pageCount,
    Tracks track) {

  static TrackRow of(Item item) {
    return new TrackRow(
        item.id(),
        item.fileNumber(),
        item.title() == null ? null : Masking.mask(item.title()),
        item.date(),
        item.pages().size(),
        Tracks.of(item));
  }
}
