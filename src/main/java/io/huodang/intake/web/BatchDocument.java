package io.huodang.intake.web;

import io.huodang.intake.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the API tells it.
 *
 * @param etaSeconds how long the rest will take at the pace so far; null while nothing is known
 */
record BatchDocument(
    UUID id,
    String title,
    String source,
    String arrangement,
    String state,
    Batch.FileCounts files,
    Batch.PageCounts pages,
    int people,
    Instant startedAt,
    @Nullable Instant doneAt,
    @Nullable Long etaSeconds) {

  static BatchDocument of(Batch batch, Instant now) {
    return new BatchDocument(
        batch.id(),
        batch.title(),
        word(batch.source()),
        batch.arrangement().word(),
        word(batch.state()),
        batch.files(),
        batch.pages(),
        batch.people(),
        batch.createdAt(),
        batch.doneAt(),
        eta(batch, now));
  }

  private static @Nullable Long eta(Batch batch, Instant now) {
    Batch.PageCounts pages = batch.pages();
    int ended = pages.findable() + pages.quarantined();
    int left = pages.total() - ended;
    if (left <= 0 || ended == 0) {
      return left <= 0 && batch.state() == Batch.State.DONE ? 0L : null;
    }
    return Duration.between(batch.createdAt(), now).toSeconds() * left / ended;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
