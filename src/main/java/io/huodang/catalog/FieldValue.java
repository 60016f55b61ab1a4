package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person says of a field, as a change keeps it.
 *
 * @param value in its written form; empty when nothing stands there, or nothing that can be read
 * @param legible false: a person looked, and it cannot be read
 * @param reading which was looked at, null when nothing was read
 * @param read what stood there as read, null when nothing was read
 */
public record FieldValue(
    String value, boolean legible, @Nullable UUID reading, @Nullable String read) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The text that stands in an {@link Edit}. */
  public String written() {
    return JSON.writeValueAsString(this);
  }

  /** Reads what {@link #written} wrote. */
  public static FieldValue parse(String written) {
    try {
      return JSON.readValue(written, FieldValue.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not the value of a field", e);
    }
  }

  @Override
  public String toString() {
    return "FieldValue";
  }
}
