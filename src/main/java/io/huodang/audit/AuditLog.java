package io.huodang.audit;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and proves what {@link Audit} recorded. Thread-safe. */
public interface AuditLog {

  /**
   * Rows, newest first.
   *
   * @param before only rows with a smaller seq; {@link Long#MAX_VALUE} for the newest
   */
  List<AuditRow> read(AuditFilter filter, long before, int limit);

  /** Where the row with this id stands in the chain; empty when there is none. */
  OptionalLong seqOf(UUID id);

  /** Every action that was ever recorded, by name. */
  List<String> actions();

  /** Walks the whole chain. */
  Verdict verify();

  /** Where the chain ends now: to be kept outside, and shown again to {@link #holds}. */
  Proof proof();

  /**
   * Whether a proof that was kept outside still stands in the chain: who rewrites the whole chain,
   * hashes and all, cannot make it so.
   */
  boolean holds(Proof earlier);

  /** What walking the chain showed. */
  sealed interface Verdict {

    /**
     * Every row is as it was appended, and none is missing.
     *
     * @param since when the first row was appended; null when there is none
     */
    record Intact(long rows, @Nullable Instant since) implements Verdict {}

    /**
     * Someone changed, added or removed rows.
     *
     * @param seq the first row that does not fit
     * @param why one sentence
     */
    record Broken(long seq, String why) implements Verdict {}
  }
}
