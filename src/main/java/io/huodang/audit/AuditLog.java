package io.huodang.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads and proves what {@link Audit} recorded. Thread-safe. */
public interface AuditLog {

  /**
   * Rows, newest first.
   *
   * @param before only rows with a smaller seq; {@link Long#MAX_VALUE} for the newest
   * @param about only rows about one of these things, of a search that showed one, or of one of
   *     these actors; for a person's whole trace, the person, the items and the pages of the file;
   *     empty for all
   */
  List<AuditRow> read(long before, int limit, Set<UUID> about);

  /** Walks the whole chain. */
  Verdict verify();

  /** What walking the chain showed. */
  sealed interface Verdict {

    /** Every row is as it was appended, and none is missing. */
    record Intact(long rows) implements Verdict {}

    /**
     * Someone changed, added or removed rows.
     *
     * @param seq the first row that does not fit
     * @param why one sentence
     */
    record Broken(long seq, String why) implements Verdict {}
  }
}
