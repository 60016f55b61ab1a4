package io.huodang.catalog;

import io.huodang.access.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the bin.
 *
 * @param itemId the item, or the one from which a page was taken
 * @param pageId null: the whole item
 * @param terms what decides who may see it
 * @param title of the item, null when it has none
 * @param fileNumber of the item, null when it has none
 * @param position where the page stood, from 1; 0 for an item
 * @param pages how many the item has; 1 for a page
 * @param by who removed it, as colleagues call the person
 * @param at when
 * @param why in the words of that person, null when nothing was said
 * @param until when it leaves the bin
 * @param itemThere whether a page's item is there, so that it can be put back
 */
public record BinEntry(
    UUID itemId,
    @Nullable UUID pageId,
    Terms terms,
    @Nullable String title,
    @Nullable String fileNumber,
    int position,
    int pages,
    String by,
    Instant at,
    @Nullable String why,
    Instant until,
    boolean itemThere) {

  /** The page, else the item. */
  public UUID id() {
    return pageId == null ? itemId : pageId;
  }
}
