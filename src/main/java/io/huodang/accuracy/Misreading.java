package io.huodang.accuracy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that was not read right, as a person decided.
 *
 * @param id the person's decision
 * @param field for example {@code citizenId}
 * @param row of a list form, from 1; null on other forms
 * @param said what the person says stands there; empty: nothing
 * @param read what was read; null when nothing was
 * @param readingId of what was read, null when nothing was
 * @param confidence of what was read, 0 to 1; 0 when nothing was
 * @param pageId where it stands, as far as known
 * @param documentType the item's, null when none is known
 * @param engine what read it, null when nothing did
 * @param why {@code wrong}, {@code missed} or {@code invented}
 * @param at when it was decided
 */
public record Misreading(
    UUID id,
    UUID itemId,
    String field,
    @Nullable Integer row,
    String said,
    @Nullable String read,
    @Nullable UUID readingId,
    double confidence,
    @Nullable UUID pageId,
    @Nullable String documentType,
    @Nullable String engine,
    String why,
    Instant at) {

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return field;
  }
}
