package io.huodang.corrections.web;

import io.huodang.catalog.Confirmation;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Place;
import io.huodang.vocabulary.CitizenId;
import org.jspecify.annotations.Nullable;

/**
 * A field as it stands on the item's screen.
 *
 * @param key of the field, as calls name it
 * @param label in the viewer's language
 * @param shown the value; a citizen ID is masked
 * @param source {@code confirmed}, {@code illegible}, {@code empty} (a person said so), {@code
 *     read} or {@code none}
 * @param percent confidence of the reading
 * @param others how many other values may be meant
 * @param doubt why a person should look at it, null when nobody needs to
 */
record FieldRow(
    String key,
    String label,
    String shown,
    String source,
    long percent,
    int others,
    @Nullable Place place,
    @Nullable Confirmation confirmation,
    @Nullable String doubt) {

  static FieldRow of(KeyField field, String label) {
    return new FieldRow(
        field.key().toString(),
        label,
        field.isCitizenId() ? CitizenId.hide(field.value()) : field.value(),
        source(field),
        Math.round(field.confidence() * 100),
        field.alternatives().size(),
        field.place(),
        field.confirmation(),
        field.doubt() == null ? null : field.doubt().word());
  }

  private static String source(KeyField field) {
    Confirmation confirmed = field.confirmation();
    if (confirmed == null) {
      return field.value().isEmpty() ? "none" : "read";
    }
    if (!confirmed.legible()) {
      return "illegible";
    }
    return confirmed.value().isEmpty() ? "empty" : "confirmed";
  }
}
