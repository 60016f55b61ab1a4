package io.huodang.audit;

import io.huodang.vocabulary.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends to the chain as the last thing that a transaction does. */
@Component
class ChainedAudit implements Audit, AuditLog {
  private final AuditRows rows;
  private final TransactionTemplate apart;
  private final TransactionTemplate snapshot;

  ChainedAudit(AuditRows rows, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // One snapshot for the rows and the head, so that nobody who records has to wait for a walk.
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  @Override
  public void record(AuditEntry entry) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      waiting().entries.add(entry);
    } else {
      recordForGood(entry);
    }
  }

  @Override
  public void recordForGood(AuditEntry entry) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      apart.executeWithoutResult(transaction -> append(List.of(entry)));
    } else {
      append(List.of(entry)); // one statement is a transaction
    }
  }

  @Override
  public List<AuditRow> read(AuditFilter filter, long before, int limit) {
    return rows.newestBefore(filter, before, limit);
  }

  @Override
  public OptionalLong seqOf(UUID id) {
    return rows.seqOf(id);
  }

  @Override
  public List<String> actions() {
    return rows.actions();
  }

  @Override
  public Proof proof() {
    AuditRows.Head head = rows.head();
    return new Proof(head.seq(), head.hash());
  }

  @Override
  public boolean holds(Proof earlier) {
    return earlier.seq() == 0
        || rows.find(earlier.seq()).filter(row -> row.hash().equals(earlier.hash())).isPresent();
  }

  @Override
  public Verdict verify() {
    return snapshot.execute(transaction -> walk());
  }

  private void append(List<AuditEntry> entries) {
    entries.forEach(entry -> rows.append(Masking.mask(entry)));
  }

  private Verdict walk() {
    AuditRows.Head end = rows.head();
    long seq = 0;
    Instant since = null;
    Sha256 previous = new Sha256("0".repeat(64));
    try (Stream<AuditRows.Bound> chain = rows.inOrder()) {
      for (AuditRows.Bound bound : (Iterable<AuditRows.Bound>) chain::iterator) {
        seq++;
        if (bound.row().seq() != seq) {
          return new Verdict.Broken(seq, "The row is missing");
        }
        if (!bound.previous().equals(previous)) {
          return new Verdict.Broken(seq, "The row does not follow the one before it");
        }
        if (!ChainHash.of(previous, bound.row()).equals(bound.hash())) {
          return new Verdict.Broken(seq, "The row was changed after it was recorded");
        }
        previous = bound.hash();
        since = since == null ? bound.row().at() : since;
      }
    }
    if (end.seq() != seq || !end.hash().equals(previous)) {
      return new Verdict.Broken(seq + 1, "Rows are missing at the end");
    }
    return new Verdict.Intact(seq, since);
  }

  private Waiting waiting() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .findFirst()
        .orElseGet(
            () -> {
              Waiting waiting = new Waiting();
              TransactionSynchronizationManager.registerSynchronization(waiting);
              return waiting;
            });
  }

  /** What the current transaction will append when it commits. */
  private final class Waiting implements TransactionSynchronization {
    private final List<AuditEntry> entries = new ArrayList<>();

    /** After everything else that happens before a commit. */
    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      append(entries);
      entries.clear();
    }

    /** What another listener recorded while the transaction was already committing. */
    @Override
    public void afterCommit() {
      if (!entries.isEmpty()) {
        apart.executeWithoutResult(transaction -> append(entries));
        entries.clear();
      }
    }
  }
}
