package io.huodang.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said the value of a field is; it outranks every reading.
 *
 * @param id its own
 * @param key which field
 * @param value in its written form; empty when nothing stands there, or nothing that can be read
 * @param legible false: a person looked, and it cannot be read
 * @param readingId which was looked at, null when nothing was read
 * @param read what stood there as read, null when nothing was read
 * @param pageId where the value stands, as far as a reading tells; else null
 * @param box x, y, width, height in the master's pixels; empty when unknown
 * @param by who said so, as colleagues call the person
 * @param at when
 * @param why in the words of that person, null when nothing was said
 */
public record Confirmation(
    UUID id,
    FieldKey key,
    String value,
    boolean legible,
    @Nullable UUID readingId,
    @Nullable String read,
    @Nullable UUID pageId,
    List<Integer> box,
    String by,
    Instant at,
    @Nullable String why) {

  public Confirmation {
    box = List.copyOf(box);
  }
}
