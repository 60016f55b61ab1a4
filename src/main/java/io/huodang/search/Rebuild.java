package io.huodang.search;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The index being filled anew, or how that ended.
 *
 * @param back whether it is the generation that answered before which is to answer again
 * @param generation the next one; null before it was begun, unless it is kept already
 * @param kept the generation that answered before, and stays; null when there is none
 * @param reached the subject up to which was filled, then compared
 * @param subjects persons and items that there were when it began; more may have come since
 * @param filled how many were written to the next generation
 * @param refused how many the index did not take; the log names them
 * @param compared how many were looked up in the next generation
 * @param mended of those, how many were missing there or of another revision, and were written
 *     again
 * @param waitsFor what it cannot go on without at present; null when it goes on
 */
public record Rebuild(
    UUID id,
    State state,
    boolean back,
    @Nullable Integer generation,
    @Nullable Integer kept,
    @Nullable UUID reached,
    long subjects,
    long filled,
    long refused,
    long compared,
    long mended,
    @Nullable String waitsFor,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where it stands. */
  public enum State {
    WAITING,
    FILLING,
    COMPARING,
    DONE;

    /** The word in SQL and on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
