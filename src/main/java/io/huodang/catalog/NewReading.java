package io.huodang.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value read for one field.
 *
 * @param field for example {@code citizenId}
 * @param row of a list form, from 1; null on other forms
 * @param value as read
 * @param confidence 0 to 1
 * @param alternatives other values, best first
 * @param box x, y, width, height in the master's pixels
 * @param source how it was read
 */
public record NewReading(
    String field,
    @Nullable Integer row,
    String value,
    double confidence,
    List<String> alternatives,
    int[] box,
    String source) {

  public NewReading {
    alternatives = List.copyOf(alternatives);
  }
}
