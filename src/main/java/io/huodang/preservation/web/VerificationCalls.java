package io.huodang.preservation.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.preservation.Finding;
import io.huodang.preservation.Verification;
import io.huodang.preservation.Verifying;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.Part;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/verifications}: holding what is kept against what the registry says. */
@RestController
@RequestMapping(path = "/api/v1/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.OPERATE)
class VerificationCalls {
  private final Verifying verifying;
  private final Audit audit;

  VerificationCalls(Verifying verifying, Audit audit) {
    this.verifying = verifying;
    this.audit = audit;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  VerificationDocument begin(Viewer viewer) {
    Verification verification = verifying.begin();
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "verify").about("verification", verification.id()));
    return VerificationDocument.of(verification);
  }

  @GetMapping("/{id}")
  VerificationDocument find(@PathVariable UUID id) {
    return VerificationDocument.of(known(id));
  }

  @GetMapping("/{id}/findings")
  Part<FindingDocument> findings(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor) {
    int size = Part.size(limit);
    known(id);
    return Part.of(verifying.findings(id, cursor, size + 1), size, Finding::id)
        .map(FindingDocument::of);
  }

  private Verification known(UUID id) {
    return verifying
        .find(id)
        .orElseThrow(() -> new Refusal("no-such-verification", "There is no such verification."));
  }
}
