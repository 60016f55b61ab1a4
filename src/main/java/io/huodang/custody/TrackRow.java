package io.huodang.custody;

import io.huodang.catalog.Item;
import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;
import io.huodang.search.Masking;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as the two tracks have it.
 *
 * @param title numbers of the form of an ID masked
 * @param location path of the paper's storage location, null when unknown
 * @param pages of its image
 */
public record TrackRow(
    UUID id,
    @Nullable String fileNumber,
    @Nullable String title,
    @Nullable LocalDate date,
    PaperState paper,
    @Nullable String location,
    ImageState image,
    int pages) {

  static TrackRow of(Item item) {
    return new TrackRow(
        item.id(),
        item.fileNumber(),
        item.title() == null ? null : Masking.mask(item.title()),
        item.date(),
        item.paper(),
        item.location(),
        item.image(),
        item.pages().size());
  }
}
