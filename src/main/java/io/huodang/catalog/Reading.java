package io.huodang.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value that was read for one field of an item, on the current version of a page.
 *
 * @param id its own
 * @param pageId where it was read; of what a person typed without a place, the nil UUID
 * @param position of that page in the item, from 1
 * @param field for example {@code citizenId}
 * @param row of a list form, from 1; null on other forms
 * @param value as read
 * @param confidence 0 to 1
 * @param alternatives other values, best first
 * @param box x, y, width, height in the master's pixels
 * @param source how it was read
 */
public record Reading(
    UUID id,
    UUID pageId,
    int position,
    String field,
    @Nullable Integer row,
    String value,
    double confidence,
    List<String> alternatives,
    List<Integer> box,
    String source) {

  public Reading {
    alternatives = List.copyOf(alternatives);
    box = List.copyOf(box);
  }
}
