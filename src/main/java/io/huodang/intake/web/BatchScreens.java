package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Items;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.Findings;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vocabulary.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following what becomes of delivered files. */
@Controller
class BatchScreens {
  private static final int BATCHES = 50;
  private static final int FILES = 100;
  private static final int FINDINGS = 200;

  private final PermittedBatches permitted;
  private final Audit audit;
  private final Batches batches;
  private final ScanFiles files;
  private final Findings findings;
  private final Items items;
  private final MessageSource messages;

  BatchScreens(
      PermittedBatches permitted,
      Audit audit,
      Batches batches,
      ScanFiles files,
      Findings findings,
      Items items,
      MessageSource messages) {
    this.permitted = permitted;
    this.audit = audit;
    this.batches = batches;
    this.files = files;
    this.findings = findings;
    this.items = items;
    this.messages = messages;
  }

  /**
   * @param before only batches that are older than this one
   */
  @Needs(Action.SEE_BATCHES)
  @GetMapping("/batches")
  String batches(
      @RequestParam(required = false) @Nullable UUID before, Viewer viewer, Model model) {
    List<Batch> found = batches.newest(viewer.rights(), before, BATCHES + 1);
    List<Batch> shown = found.subList(0, Math.min(BATCHES, found.size()));
    model.addAttribute("batches", shown.stream().map(BatchRow::new).toList());
    model.addAttribute("older", found.size() > BATCHES ? shown.getLast().id() : null);
    return "batches";
  }

  /**
   * @param after only files that were received after this one
   */
  @Needs(Action.SEE_BATCHES)
  @GetMapping("/batches/{id}")
  String batch(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID after,
      Viewer viewer,
      Model model,
      Locale locale) {
    Batch batch = permitted.require(viewer, Action.SEE_BATCHES, id);
    model.addAttribute("findings", findings.ofBatch(id, FINDINGS));
    List<ScanFile> found = files.ofBatch(id, after, FILES + 1);
    List<ScanFile> shown = found.subList(0, Math.min(FILES, found.size()));
    model.addAttribute("batch", new BatchRow(batch));
    Map<UUID, UUID> itemOf = items.ofFiles(shown.stream().map(ScanFile::id).toList());
    model.addAttribute(
        "files", shown.stream().map(file -> row(file, itemOf.get(file.id()), locale)).toList());
    model.addAttribute("more", found.size() > FILES ? shown.getLast().id() : null);
    return "batch";
  }

  @Needs(Action.UPLOAD)
  @PostMapping("/batches/{id}/seal")
  String seal(@PathVariable UUID id, Viewer viewer) {
    permitted.require(viewer, Action.UPLOAD, id);
    batches.seal(id);
    audit.record(AuditEntry.of(viewer.actor(), "seal-batch").about("batch", id));
    return "redirect:/batches/" + id;
  }

  private FileRow row(ScanFile file, @Nullable UUID item, Locale locale) {
    Reason reason = file.reason();
    return new FileRow(
        file.id(),
        file.path(),
        size(file.size()),
        file.pages(),
        file.state().name().toLowerCase(Locale.ROOT),
        reason == null
            ? null
            : messages.getMessage("reason." + reason.code(), null, reason.text(), locale),
        file.kind().name().toLowerCase(Locale.ROOT),
        item);
  }

  private static String size(long bytes) {
    return bytes >= 1 << 20
        ? "%.1f MB".formatted(bytes / (double) (1 << 20))
        : bytes >= 1 << 10 ? (bytes >> 10) + " kB" : bytes + " B";
  }
}
