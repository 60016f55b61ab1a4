package io.huodang.preservation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One walk through everything that is kept.
 *
 * @param stage what is being looked at
 * @param reached of that stage, the row up to which was looked
 * @param checked how many were looked at, by stage
 * @param expected how many there were when it began, by stage
 * @param bytes that were read again
 * @param wrong findings that somebody must mend, or that were mended
 * @param remarks findings that are worth knowing
 */
public record Verification(
    UUID id,
    Kind kind,
    State state,
    Stage stage,
    @Nullable UUID reached,
    Map<String, Long> checked,
    Map<String, Long> expected,
    long bytes,
    long wrong,
    long remarks,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  public Verification {
    checked = Map.copyOf(checked);
    expected = Map.copyOf(expected);
  }

  /** Why it is done. */
  public enum Kind {
    /** A person asked for it: all stages, at full speed. */
    ASKED,
    /** Masters, page texts and manifests, slowly, again and again. */
    RECURRING
  }

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    /** A person asked for another one meanwhile. */
    SUPERSEDED
  }
}
