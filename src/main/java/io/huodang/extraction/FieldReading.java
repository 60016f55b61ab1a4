package io.huodang.extraction;

import io.huodang.recognition.Box;
import java.util.List;

/**
 * One value read for one field on one page.
 *
 * @param name the field, for example {@code citizenId}
 * @param value normalised: half-width, dates ISO 8601
 * @param confidence 0 to 1
 * @param box where the value stands, in the master's pixels
 * @param source how it was read: {@code ocr}, {@code second-pass}, {@code barcode}, or {@code
 *     text-layer} when the file told it
 * @param alternatives other values that were read, best first; never the value itself
 */
public record FieldReading(
    String name,
    String value,
    double confidence,
    Box box,
    String source,
    List<String> alternatives) {

  public FieldReading {
    alternatives = List.copyOf(alternatives);
  }
}
