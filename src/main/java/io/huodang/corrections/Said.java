package io.huodang.corrections;

import io.huodang.catalog.FieldKey;

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

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return key.field();
  }
}
