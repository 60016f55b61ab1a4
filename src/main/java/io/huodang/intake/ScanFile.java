package io.huodang.intake;

import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SheetCorners;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivered file, kept byte for byte.
 *
 * @param id its own
 * @param batchId the delivery
 * @param key chosen by the sender, unique in the batch
 * @param path as delivered: a name for people, never a path on this machine
 * @param sha256 of its bytes at receipt
 * @param size bytes
 * @param kind what it is, {@code unopened} before it was looked at
 * @param mediaType by its content, null before it was opened
 * @param state whether it could be opened
 * @param reason why it is flagged or quarantined, else null
 * @param pages how many, null before it was opened
 * @param corners where the sheet lies that is its page, null when its pages are all of it
 */
public record ScanFile(
    UUID id,
    UUID batchId,
    String key,
    String path,
    Sha256 sha256,
    long size,
    Kind kind,
    @Nullable String mediaType,
    State state,
    @Nullable Reason reason,
    @Nullable Integer pages,
    @Nullable SheetCorners corners) {

  /** What a file is to an archive. */
  public enum Kind {
    UNOPENED,
    PAGES,
    SOUND,
    VIDEO,
    OTHER
  }

  /** Whether a file could be opened. */
  public enum State {
    WAITING,
    OK,
    FLAGGED,
    QUARANTINED
  }
}
