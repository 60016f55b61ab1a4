package io.huodang.access;

import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit that keeps what it is told in memory, without a chain. */
final class RecordedAudit implements Audit {
  private final List<AuditEntry> recorded = new CopyOnWriteArrayList<>();

  List<AuditEntry> recorded() {
    return List.copyOf(recorded);
  }

  AuditEntry last() {
    return recorded.getLast();
  }

  @Override
  public void record(AuditEntry entry) {
    recorded.add(entry);
  }

  @Override
  public void recordForGood(AuditEntry entry) {
    recorded.add(entry);
  }
}
