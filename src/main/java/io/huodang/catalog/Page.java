package io.huodang.catalog;

import io.huodang.vocabulary.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One imaged side.
 *
 * @param id its own
 * @param scanFileId the delivered file that it stands in
 * @param number within that file, from 1
 * @param state whether it was read
 * @param reason why it is flagged or quarantined, else null
 * @param turned degrees clockwise that make it upright, as a person said; null: nobody did
 * @param current what was read of it last, and what a person said of it; null while it waits
 */
public record Page(
    UUID id,
    UUID scanFileId,
    int number,
    State state,
    @Nullable Reason reason,
    @Nullable Integer turned,
    @Nullable PageVersion current) {

  /** Whether a page was read. */
  public enum State {
    WAITING,
    OK,
    FLAGGED,
    QUARANTINED
  }
}
