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
import io.huodang.web.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
@RequestMapping(path = "/api/v1/batches", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchCalls {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_CASE_NUMBER = 100;

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

  /** That a file was received; it survives whatever happens from now on. */
  record Received(UUID id, String sha256, long size) {}

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
  Part<BatchDocument> list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    return Part.of(batches.newest(viewer.rights(), cursor, size + 1), size, Batch::id)
        .map(batch -> BatchDocument.of(batch, Instant.now()));
  }

  @PutMapping("/{id}/files/{key}")
  @Needs(Action.UPLOAD)
  ResponseEntity<Received> receive(
      @PathVariable UUID id,
      @PathVariable String key,
      @RequestHeader(name = "Huodang-Path", required = false) @Nullable String path,
      @RequestHeader(name = "Repr-Digest", required = false) @Nullable String digest,
      @RequestHeader(name = "Huodang-Corners", required = false) @Nullable String corners,
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
                DeliveryHeaders.corners(corners),
                request.getInputStream(),
                viewer.userId()));
    ScanFile file = receipt.file();
    return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Received(file.id(), file.sha256().hex(), file.size()));
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

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(Action.SEE_BATCHES)
  SseEmitter events(@PathVariable UUID id, Viewer viewer) {
    permitted.require(viewer, Action.SEE_BATCHES, id);
    return events.follow(id);
  }

  @GetMapping("/{id}/files")
  @Needs(Action.SEE_BATCHES)
  Part<FileDocument> files(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    permitted.require(viewer, Action.SEE_BATCHES, id);
    int size = Part.size(limit);
    Part<ScanFile> part = Part.of(files.ofBatch(id, cursor, size + 1), size, ScanFile::id);
    Map<UUID, UUID> itemOf = items.ofFiles(part.items().stream().map(ScanFile::id).toList());
    return part.map(file -> FileDocument.of(file, itemOf.get(file.id())));
  }

  private static NewBatch valid(Wanted wanted) {
    String title = wanted.title() == null ? "" : wanted.title().strip();
    if (title.length() > LONGEST_TITLE) {
      throw new Refusal(
          "bad-title", "A batch's title has up to %d characters.".formatted(LONGEST_TITLE));
    }
    String caseNumber = wanted.caseNumber();
    if (caseNumber != null && caseNumber.length() > LONGEST_CASE_NUMBER) {
      throw new Refusal(
          "bad-case-number",
          "A case number has up to %d characters.".formatted(LONGEST_CASE_NUMBER));
    }
    return new NewBatch(
        title.isEmpty() ? LocalDate.now(java.time.ZoneOffset.ofHours(8)).toString() : title,
        source(wanted.source()),
        Arrangements.of(wanted.arrangement()),
        caseNumber == null || caseNumber.isBlank() ? null : caseNumber.strip());
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
