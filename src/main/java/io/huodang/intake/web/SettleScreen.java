package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.intake.WatchedFailures;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Saying of a file that could not be taken in, read, or not whole, that it was seen to. */
@Controller
class SettleScreen {
  private final PermittedBatches permitted;
  private final ScanFiles files;
  private final WatchedFailures failures;
  private final Audit audit;

  SettleScreen(PermittedBatches permitted, ScanFiles files, WatchedFailures failures, Audit audit) {
    this.permitted = permitted;
    this.files = files;
    this.failures = failures;
    this.audit = audit;
  }

  /** The row leaves the list: what answers is empty. Repeatable. */
  @Needs(Action.UPLOAD)
  @Transactional
  @PostMapping(path = "/files/{id}/settle", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String settle(@PathVariable UUID id, Viewer viewer) {
    Optional<ScanFile> file = files.find(id);
    permitted.require(
        viewer, Action.UPLOAD, file.map(ScanFile::batchId).orElseGet(() -> new UUID(0, 0)));
    if (files.settle(id, viewer.userId())) {
      audit.record(AuditEntry.of(viewer.actor(), "settle-file").about("file", id));
    }
    return "";
  }

  /** The same of a file that lies in a watched folder; it stays there. */
  @Needs(Action.UPLOAD)
  @Transactional
  @PostMapping(
      path = "/batches/{id}/watched-files/{file}/dismiss",
      produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String dismiss(@PathVariable UUID id, @PathVariable UUID file, Viewer viewer) {
    permitted.require(viewer, Action.UPLOAD, id);
    if (failures.dismiss(file, id, viewer.userId())) {
      audit.record(
          AuditEntry.of(viewer.actor(), "dismiss-watched-file")
              .about("batch", id)
              .with("watched-file", file));
    }
    return "";
  }
}
