package io.huodang.oversight;

import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditFilter;
import io.huodang.audit.AuditLog;
import io.huodang.audit.AuditRow;
import io.huodang.audit.Proof;
import io.huodang.search.PersonHit;
import io.huodang.search.Search;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Reading the audit is itself on record: who read what of it, and who took it away. Thread-safe.
 */
@Service
public class Oversight {
  private static final int AT_ONCE = 1000;
  private static final int MOST_PEOPLE = 8;

  private final AuditLog log;
  private final Audit audit;
  private final Search search;

  Oversight(AuditLog log, Audit audit, Search search) {
    this.log = log;
    this.audit = audit;
    this.search = search;
  }

  /**
   * Rows, newest first.
   *
   * @param before only rows with a smaller seq; {@link Long#MAX_VALUE} for the newest
   */
  public List<AuditRow> read(Viewer viewer, Question question, long before, int limit) {
    List<AuditRow> rows = log.read(question.filter(), before, limit);
    AuditEntry entry = described(viewer, "read-audit", question).with("rows", rows.size());
    if (!rows.isEmpty()) {
      entry = entry.with("from", rows.getLast().seq()).with("to", rows.getFirst().seq());
    }
    audit.recordForGood(entry);
    return rows;
  }

  /**
   * Where the row with this id stands.
   *
   * @throws Refusal {@code bad-cursor}
   */
  public long seqOf(UUID id) {
    return log.seqOf(id)
        .orElseThrow(
            () ->
                new Refusal(
                    "bad-cursor", "A cursor is what the part of the list before gave as next."));
  }

  /** One row with all that it holds. */
  public AuditRow row(long seq) {
    return log.read(AuditFilter.EVERYTHING, seq + 1, 1).stream()
        .filter(row -> row.seq() == seq)
        .findFirst()
        .orElseThrow(() -> new Refusal("no-such-row", "The audit has no such row."));
  }

  /** Every row that stood there when it was asked, newest first; for who takes them away. */
  public void export(Viewer viewer, Question question, Consumer<AuditRow> reader) {
    long before = log.proof().seq() + 1;
    audit.recordForGood(described(viewer, "export-audit", question).with("to", before - 1));
    List<AuditRow> rows;
    do {
      rows = log.read(question.filter(), before, AT_ONCE);
      rows.forEach(reader);
      before = rows.isEmpty() ? before : rows.getLast().seq();
    } while (rows.size() == AT_ONCE);
  }

  /** Walks the chain. */
  public AuditLog.Verdict verify(Viewer viewer) {
    AuditLog.Verdict verdict = log.verify();
    AuditEntry entry = AuditEntry.of(viewer.actor(), "verify-audit");
    audit.recordForGood(
        switch (verdict) {
          case AuditLog.Verdict.Intact intact -> entry.with("rows", intact.rows());
          case AuditLog.Verdict.Broken broken -> entry.with("row", broken.seq()).failed();
        });
    return verdict;
  }

  /** Whether a proof that was kept outside still stands in the chain. */
  public boolean holds(Viewer viewer, Proof earlier) {
    boolean holds = log.holds(earlier);
    AuditEntry entry = AuditEntry.of(viewer.actor(), "verify-audit").with("earlier", earlier.seq());
    audit.recordForGood(holds ? entry : entry.failed());
    return holds;
  }

  /** People whom someone who types may mean; a look at the registry as any other. */
  public List<PersonHit> people(Viewer viewer, String query) {
    List<PersonHit> found = search.suggest(query, MOST_PEOPLE, viewer);
    if (!found.isEmpty()) {
      audit.recordForGood(
          AuditEntry.of(viewer.actor(), "suggest")
              .with("people", found.size())
              .showing(found.stream().map(PersonHit::id).toList()));
    }
    return found;
  }

  private static AuditEntry described(Viewer viewer, String action, Question question) {
    AuditFilter filter = question.filter();
    Subject about = question.about();
    AuditEntry entry = AuditEntry.of(viewer.actor(), action);
    if (about != null) {
      entry = entry.about(about.kind(), about.id());
    }
    if (filter.actor() != null) {
      entry = entry.with("who", filter.actor());
    }
    if (filter.action() != null) {
      entry = entry.with("action", filter.action());
    }
    if (filter.outcome() != null) {
      entry = entry.with("outcome", filter.outcome());
    }
    if (filter.purpose() != null) {
      entry = entry.with("purpose", filter.purpose());
    }
    return entry;
  }
}
