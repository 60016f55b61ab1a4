package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.intake.Catalogues;
import io.huodang.intake.Finding;
import io.huodang.intake.Findings;
import io.huodang.web.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/batches/{id}/catalogue}: what a delivery says of its items, and what is odd. */
@RestController
@RequestMapping(path = "/api/v1/batches/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueCalls {
  private static final int MOST_FINDINGS = 1_000;

  private final Catalogues catalogues;
  private final Findings findings;
  private final PermittedBatches permitted;
  private final Audit audit;

  CatalogueCalls(
      Catalogues catalogues, Findings findings, PermittedBatches permitted, Audit audit) {
    this.catalogues = catalogues;
    this.findings = findings;
    this.permitted = permitted;
    this.audit = audit;
  }

  @PutMapping("/catalogue")
  @Needs(Action.UPLOAD)
  Catalogues.Taken take(@PathVariable UUID id, HttpServletRequest request, Viewer viewer)
      throws IOException {
    permitted.require(viewer, Action.UPLOAD, id);
    Catalogues.Taken taken = catalogues.take(id, request.getInputStream());
    audit.record(
        AuditEntry.of(viewer.actor(), "take-catalogue")
            .about("batch", id)
            .with("rows", Integer.toString(taken.rows())));
    return taken;
  }

  @GetMapping("/findings")
  @Needs(Action.SEE_BATCHES)
  Part<Finding> findings(@PathVariable UUID id, Viewer viewer) {
    permitted.require(viewer, Action.SEE_BATCHES, id);
    return new Part<>(findings.ofBatch(id, MOST_FINDINGS), null);
  }
}
