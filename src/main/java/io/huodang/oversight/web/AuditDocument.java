package io.huodang.oversight.web;

import io.huodang.audit.Actor;
import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditRow;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the audit on the wire: people stand in it as ids. */
record AuditDocument(
    long seq,
    UUID id,
    Instant at,
    Actor actor,
    String action,
    @Nullable Thing subject,
    @Nullable String purpose,
    @Nullable String caseNumber,
    SortedMap<String, String> detail,
    String outcome) {

  /** What it is about. */
  record Thing(String kind, UUID id) {}

  static AuditDocument of(AuditRow row) {
    AuditEntry entry = row.entry();
    return new AuditDocument(
        row.seq(),
        row.id(),
        row.at(),
        entry.actor(),
        entry.action(),
        entry.subjectKind() == null || entry.subjectId() == null
            ? null
            : new Thing(entry.subjectKind(), entry.subjectId()),
        entry.purpose(),
        entry.caseNumber(),
        entry.detail(),
        entry.outcome().name().toLowerCase(Locale.ROOT));
  }
}
