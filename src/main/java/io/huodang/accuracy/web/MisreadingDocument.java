package io.huodang.accuracy.web;

import io.huodang.accuracy.Misreading;
import io.huodang.vocabulary.CitizenId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that was not read right, on the wire; numbers as long as citizen IDs are masked.
 *
 * @param readingId by which its picture is asked for; null when nothing was read
 * @param why {@code wrong}, {@code missed} or {@code invented}
 */
public record MisreadingDocument(
    UUID id,
    UUID itemId,
    @Nullable UUID pageId,
    String field,
    @Nullable Integer row,
    String said,
    @Nullable String read,
    @Nullable UUID readingId,
    double confidence,
    @Nullable String documentType,
    @Nullable String engine,
    String why,
    Instant at) {
  private static final String CITIZEN_ID = "citizenId";

  static MisreadingDocument of(Misreading misreading) {
    String read = misreading.read();
    return new MisreadingDocument(
        misreading.id(),
        misreading.itemId(),
        misreading.pageId(),
        misreading.field(),
        misreading.row(),
        shown(misreading.field(), misreading.said()),
        read == null ? null : shown(misreading.field(), read),
        misreading.readingId(),
        misreading.confidence(),
        misreading.documentType(),
        misreading.engine(),
        misreading.why(),
        misreading.at());
  }

  private static String shown(String field, String value) {
    return field.equals(CITIZEN_ID) || CitizenId.parse(value).isPresent()
        ? CitizenId.hide(value)
        : value;
  }

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return field;
  }
}
