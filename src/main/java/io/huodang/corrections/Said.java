package io.huodang.corrections;

import io.huodang.catalog.FieldKey;
import io.huodang.vocabulary.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a field.
 *
 * @param key which field
 * @param typed the value as typed; empty: nothing stands there
 * @param legible false: something stands there that cannot be read, whatever was typed
 * @param asPrinted true: the form really says so, although it is no valid value of its kind
 */
public record Said(FieldKey key, String typed, boolean legible, boolean asPrinted) {

  /** A value that has to be a valid one of its kind. */
  public static Said value(FieldKey key, String typed) {
    return new Said(key, typed, true, false);
  }

  /**
   * What a call says of a field, its parts still unproved.
   *
   * @param legible null: it is
   * @param asPrinted null: it is not known to stand so
   * @param incomplete what to tell when the field or the value is missing
   * @throws Refusal {@code bad-request}, {@code no-such-field}
   */
  public static Said of(
      @Nullable String field,
      @Nullable UUID pageId,
      @Nullable Integer row,
      @Nullable String value,
      @Nullable Boolean legible,
      @Nullable Boolean asPrinted,
      String incomplete) {
    boolean readable = legible == null || legible;
    if (field == null || (value == null && readable)) {
      throw new Refusal("bad-request", incomplete);
    }
    try {
      return new Said(
          new FieldKey(field, pageId, row),
          value == null ? "" : value,
          readable,
          asPrinted != null && asPrinted);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          "no-such-field", "A field's name is letters and digits; a row needs its page.", e);
    }
  }

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return key.field();
  }
}
