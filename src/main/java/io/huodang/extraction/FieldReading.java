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
 * @param source how it was read: {@code ocr}, {@code second-pass}, {@code barcode}, {@code
 *     handwriting}, or {@code text-layer} when the file told it
 * @param alternatives other values that were read, best first; never the value itself
 */
public record FieldReading(
    String name,
    String value,
    double confidence,
    Box box,
    String source,
    List<String> alternatives) {

  private static final double MOST_BY_HAND = 0.5;

  public FieldReading {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * The same where the form was filled in by hand: a person has to look, but for an ID number whose
   * check character is right.
   */
  FieldReading byHand() {
    boolean checked = FieldKind.CITIZEN_ID.isSound(value);
    return new FieldReading(
        name,
        value,
        checked ? confidence : Math.min(confidence, MOST_BY_HAND),
        box,
        "handwriting",
        alternatives);
  }
}
