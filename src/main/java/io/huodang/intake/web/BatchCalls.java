package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Items;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.Delivery;
import io.huodang.intake.Intake;
import io.huodang.intake.NewBatch;
import io.huodang.intake.Receipt;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/v1/batches}: delivering files and following them. */
@RestController
@RequestMapping("/api/v1/batches")
class BatchCalls {
  private static final int LARGEST_LIMIT = 200;

  private final Batches batches;
  private final ScanFiles files;
  private final Items items;
  private final Intake intake;
  private final BatchEvents events;
  private final PermittedBatches permitted;
  private final Audit audit;

  BatchCalls(
      Batches batches,
      ScanFiles files,
      Items items,
      Intake intake,
      BatchEvents events,
      PermittedBatches permitted,
      Audit audit) {
    this.batches = batches;
    this.files = files;
    this.items = items;
    this.intake = intake;
    this.events = events;
    this.permitted = permitted;
    this.audit = audit;
  }

  /** A batch to be opened, as the API takes it. */
  record Wanted(
      @Nullable String title,
      @Nullable String source,
      @Nullable String arrangement,
      @Nullable String caseNumber) {}

  /** A page of a list. */
  record Listed<T>(List<T> items, @Nullable UUID next) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Action.UPLOAD)
  BatchDocument open(@RequestBody Wanted wanted, Viewer viewer) {
    Batch batch = batches.open(valid(wanted), viewer.userId());
    audit.record(AuditEntry.of(viewer.actor(), "open-batch").about("batch", batch.id()));
    return BatchDocument.of(batch, Instant.now());
  }

  @GetMapping
  @Needs(Action.SEE_BATCHES)
  Listed<BatchDocument> list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int most = Math.clamp(limit, 1, LARGEST_LIMIT);
    List<Batch> found = batches.newest(viewer.rights(), cursor, most);
    return new Listed<>(
        found.stream().map(batch -> BatchDocument.of(batch, Instant.now())).toList(),
        found.size() == most ? found.getLast().id() : null);
  }

  @PutMapping("/{id}/files/{key}")
  @Needs(Action.UPLOAD)
  ResponseEntity<Map<String, Object>> receive(
      @PathVariable UUID id,
      @PathVariable String key,
      @RequestHeader(name = "Huodang-Path", required = false) @Nullable String path,
      @RequestHeader(name = "Repr-Digest", required = false) @Nullable String digest,
      HttpServletRequest request,
      Viewer viewer)
      throws IOException {
    permitted.require(viewer, Action.UPLOAD, id);
    Receipt receipt =
        intake.receive(
            new Delivery(
                id,
                key,
                DeliveryHeaders.path(path, key),
                DeliveryHeaders.digest(digest),
                request.getInputStream(),
                viewer.userId()));
    ScanFile file = receipt.file();
    return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Map.of("id", file.id(), "sha256", file.sha256().hex(), "size", file.size()));
  }

  @PostMapping("/{id}/seal")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(Action.UPLOAD)
  BatchDocument seal(@PathVariable UUID id, Viewer viewer) {
    permitted.require(viewer, Action.UPLOAD, id);
    batches.seal(id);
    audit.record(AuditEntry.of(viewer.actor(), "seal-batch").about("batch", id));
    return BatchDocument.of(batches.find(id).orElseThrow(), Instant.now());
  }

  @GetMapping("/{id}")
  @Needs(Action.SEE_BATCHES)
  BatchDocument find(@PathVariable UUID id, Viewer viewer) {
    return BatchDocument.of(permitted.require(viewer, Action.SEE_BATCHES, id), Instant.now());
  }

  @GetMapping("/{id}/events")
  @Needs(Action.SEE_BATCHES)
  SseEmitter events(@PathVariable UUID id, Viewer viewer) {
    permitted.require(viewer, Action.SEE_BATCHES, id);
    return events.follow(id);
  }

  @GetMapping("/{id}/files")
  @Needs(Action.SEE_BATCHES)
  Listed<FileDocument> files(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    permitted.require(viewer, Action.SEE_BATCHES, id);
    int most = Math.clamp(limit, 1, LARGEST_LIMIT);
    List<ScanFile> found = files.ofBatch(id, cursor, most);
    Map<UUID, UUID> itemOf = items.ofFiles(found.stream().map(ScanFile::id).toList());
    return new Listed<>(
        found.stream().map(file -> FileDocument.of(file, itemOf.get(file.id()))).toList(),
        found.size() == most ? found.getLast().id() : null);
  }

  private static NewBatch valid(Wanted wanted) {
    String title = wanted.title() == null ? "" : wanted.title().strip();
    if (title.length() > 200) {
      throw new Refusal("bad-title", "A batch's title has up to 200 characters.");
    }
    return new NewBatch(
        title.isEmpty() ? LocalDate.now(java.time.ZoneOffset.ofHours(8)).toString() : title,
        source(wanted.source()),
        Arrangements.of(wanted.arrangement()),
        wanted.caseNumber());
  }

  private static Batch.Source source(@Nullable String word) {
    return switch (word == null ? "hall" : word.toLowerCase(Locale.ROOT)) {
      case "hall" -> Batch.Source.HALL;
      case "employer" -> Batch.Source.EMPLOYER;
      case "vendor" -> Batch.Source.VENDOR;
      default ->
          throw new Refusal("unknown-source", "A batch's source is hall, employer or vendor.");
    };
  }
}
