package io.huodang.corrections.web;

import io.huodang.catalog.Confirmation;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Place;
import io.huodang.vocabulary.CitizenId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field on the wire; citizen IDs are masked.
 *
 * @param source {@code read}, {@code confirmed} or {@code none}
 * @param confidence of the surest reading, 0 to 1
 * @param place on the upright picture, in parts of its width and height; null when unknown
 * @param legible false: a person looked, and it cannot be read
 * @param doubt {@code unread}, {@code unsound}, {@code unsure}, or null
 */
record FieldDocument(
    String field,
    @Nullable UUID pageId,
    @Nullable Integer row,
    String kind,
    String value,
    String source,
    double confidence,
    List<String> alternatives,
    @Nullable Place place,
    boolean legible,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable String doubt) {

  static FieldDocument of(KeyField field) {
    Confirmation said = field.confirmation();
    return new FieldDocument(
        field.key().field(),
        field.key().pageId(),
        field.key().row(),
        field.form().kind(),
        shown(field, field.value()),
        said != null ? "confirmed" : field.value().isEmpty() ? "none" : "read",
        field.confidence(),
        field.alternatives().stream().map(value -> shown(field, value)).toList(),
        field.place(),
        said == null || said.legible(),
        said == null ? null : said.by(),
        said == null ? null : said.at(),
        field.doubt() == null ? null : field.doubt().word());
  }

  private static String shown(KeyField field, String value) {
    return field.isCitizenId() ? CitizenId.hide(value) : value;
  }
}
