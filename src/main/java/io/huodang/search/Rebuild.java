package io.huodang.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The index being filled anew, or how that ended.
 *
 * @param subjects persons and items that there were when it began; more may have come since
 * @param filled how many stand in the next generation
 * @param refused of those, how many the index did not take; the log names them
 * @param waitsFor what it cannot go on without at present; null when it goes on
 */
public record Rebuild(
    UUID id,
    State state,
    @Nullable Integer generation,
    @Nullable UUID reached,
    long subjects,
    long filled,
    long refused,
    @Nullable String waitsFor,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where it stands. */
  public enum State {
    WAITING,
    FILLING,
    DONE
  }
}
