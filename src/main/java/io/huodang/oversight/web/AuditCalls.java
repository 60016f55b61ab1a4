package io.huodang.oversight.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.AuditLog;
import io.huodang.audit.AuditRow;
import io.huodang.oversight.Oversight;
import io.huodang.web.Part;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}: the record, and its proof. */
@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.READ_AUDIT)
class AuditCalls {
  private final Oversight oversight;
  private final Questions questions;
  private final AuditLog log;

  AuditCalls(Oversight oversight, Questions questions, AuditLog log) {
    this.oversight = oversight;
    this.questions = questions;
    this.log = log;
  }

  /**
   * What walking the chain showed.
   *
   * @param rows how many fit; null when one does not
   * @param brokenAt the first row that does not fit
   * @param proof the end of the chain, to be kept outside
   */
  record Proved(
      boolean intact,
      @Nullable Long rows,
      @Nullable Instant since,
      @Nullable Long brokenAt,
      @Nullable String why,
      String proof) {}

  /** Rows, newest first; words of a purpose are asked for on the screen, not in an address. */
  @GetMapping
  ResponseEntity<Part<AuditDocument>> read(
      @RequestParam(required = false) @Nullable UUID who,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable UUID subject,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant until,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(defaultValue = "true") boolean fetched,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer) {
    int size = Part.size(limit);
    List<AuditRow> rows =
        oversight.read(
            viewer,
            questions.of(who, action, subject, from, until, outcome, null, fetched),
            cursor == null ? Long.MAX_VALUE : oversight.seqOf(cursor),
            size + 1);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Part.of(rows, size, AuditRow::id).map(AuditDocument::of));
  }

  @PostMapping("/verify")
  Proved verify(Viewer viewer) {
    AuditLog.Verdict verdict = oversight.verify(viewer);
    String proof = log.proof().toString();
    return switch (verdict) {
      case AuditLog.Verdict.Intact intact ->
          new Proved(true, intact.rows(), intact.since(), null, null, proof);
      case AuditLog.Verdict.Broken broken ->
          new Proved(false, null, null, broken.seq(), broken.why(), proof);
    };
  }
}
