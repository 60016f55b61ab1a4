package io.huodang.corrections;

import io.huodang.catalog.Confirmation;
import io.huodang.catalog.FieldKey;
import io.huodang.extraction.FormField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of an item as it stands: what was read, and what a person said of it.
 *
 * @param key which field
 * @param form what such a value looks like and how it is labelled
 * @param value that counts; empty when there is none
 * @param read the surest reading; empty when nothing was read
 * @param readingId of that reading, null when nothing was read
 * @param confidence of that reading, 0 to 1; 0 without one
 * @param alternatives other values that were read or may be meant, best first
 * @param place where it stands, null when unknown
 * @param confirmation of a person, null when nobody has said anything
 * @param doubt why a person should look at it, null when nobody needs to
 */
public record KeyField(
    FieldKey key,
    FormField form,
    String value,
    String read,
    @Nullable UUID readingId,
    double confidence,
    List<String> alternatives,
    @Nullable Place place,
    @Nullable Confirmation confirmation,
    @Nullable Doubt doubt) {

  public KeyField {
    alternatives = List.copyOf(alternatives);
  }

  /** A field of which nothing is known. */
  static KeyField unread(FieldKey key, FormField form) {
    return new KeyField(key, form, "", "", null, 0, List.of(), null, null, null);
  }

  /** Whether its value is a citizen ID, which is masked unless there is a purpose. */
  public boolean isCitizenId() {
    return form.kind().equals("citizen-id");
  }

  /** The same, with a place where it may be looked for. */
  public KeyField at(Place found) {
    return new KeyField(
        key, form, value, read, readingId, confidence, alternatives, found, confirmation, doubt);
  }

  KeyField with(@Nullable Doubt found) {
    return new KeyField(
        key, form, value, read, readingId, confidence, alternatives, place, confirmation, found);
  }

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return key.field();
  }
}
