package io.huodang.catalog;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which field of an item: one of the form as a whole, or one of a list row.
 *
 * @param field for example {@code citizenId}
 * @param pageId of a list row, else null
 * @param row of a list form, from 1; null on other forms
 */
public record FieldKey(String field, @Nullable UUID pageId, @Nullable Integer row) {

  public FieldKey {
    if (!field.matches("[a-z][A-Za-z0-9]{0,63}")
        || (pageId == null) != (row == null)
        || row != null && row < 1) {
      throw new IllegalArgumentException("No such field: " + field);
    }
  }

  /** A field of the form as a whole. */
  public static FieldKey ofForm(String field) {
    return new FieldKey(field, null, null);
  }

  /** The field that a reading is about. */
  public static FieldKey of(Reading reading) {
    return reading.row() == null
        ? ofForm(reading.field())
        : new FieldKey(reading.field(), reading.pageId(), reading.row());
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<FieldKey> parse(String written) {
    String[] parts = written.split("\\.", -1);
    try {
      return switch (parts.length) {
        case 1 -> Optional.of(ofForm(parts[0]));
        case 3 ->
            Optional.of(
                new FieldKey(parts[0], UUID.fromString(parts[1]), Integer.valueOf(parts[2])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code citizenId}, or {@code citizenId.PAGE.ROW}. */
  @Override
  public String toString() {
    return row == null ? field : field + "." + pageId + "." + row;
  }
}
