package io.huodang.roster.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.roster.RosterChange;
import io.huodang.roster.RosterDifference;
import io.huodang.roster.RosterDifference.Kind;
import io.huodang.roster.RosterImport;
import io.huodang.roster.RosterImports;
import io.huodang.roster.RosterRemark;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.CsvWriter;
import io.huodang.web.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/roster}: importing rosters, and what each import found. */
@RestController
@RequestMapping(path = "/api/v1/roster", produces = MediaType.APPLICATION_JSON_VALUE)
class RosterCalls {
  private static final int MOST_REMARKS = 1_000;
  private static final int ROWS_AT_ONCE = 1_000;

  private final RosterImports imports;
  private final Audit audit;

  RosterCalls(RosterImports imports, Audit audit) {
    this.imports = imports;
    this.audit = audit;
  }

  /**
   * Imports the body, a CSV file of any size; answers when it is done, or at once with {@code
   * Prefer: respond-async} (RFC 7240). {@code ?dryRun=true} only finds out the differences.
   */
  @PostMapping
  @Needs(Action.IMPORT_ROSTER)
  ResponseEntity<ImportDocument> take(
      @RequestHeader(name = "Huodang-Path", required = false) @Nullable String path,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      HttpServletRequest request,
      Viewer viewer)
      throws IOException {
    RosterImports.Begun begun =
        imports.begin(request.getInputStream(), fileName(path), isDryRun(request), viewer);
    if (prefer.contains("respond-async")) {
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/roster/imports/" + begun.id()))
          .body(document(imports.find(begun.id()).orElseThrow()));
    }
    RosterImport end = begun.end().join();
    Reason reason = end.reason();
    if (reason != null) {
      throw new Refusal(reason.code(), reason.text());
    }
    return ResponseEntity.status(HttpStatus.OK).body(document(end));
  }

  @GetMapping("/imports")
  @Needs(Action.IMPORT_ROSTER)
  Part<ImportDocument> list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor) {
    int size = Part.size(limit);
    return Part.of(imports.newest(cursor, size + 1), size, RosterImport::id).map(this::document);
  }

  @GetMapping("/imports/{id}")
  @Needs(Action.IMPORT_ROSTER)
  ImportDocument find(@PathVariable UUID id) {
    return document(known(id));
  }

  /** Lines that were refused, then those at which someone should look; no name and no number. */
  @GetMapping("/imports/{id}/remarks")
  @Needs(Action.IMPORT_ROSTER)
  Part<RosterRemark> remarks(@PathVariable UUID id) {
    known(id);
    return new Part<>(imports.remarks(id, MOST_REMARKS), null);
  }

  @GetMapping("/imports/{id}/changes")
  @Needs(Action.IMPORT_ROSTER)
  Part<RosterChange> changes(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    known(id);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "view-roster-changes").about("roster-import", id));
    return Part.of(imports.changes(id, cursor, size + 1), size, RosterChange::id)
        .map(RosterChange::masked);
  }

  /** Who is new, gone or there again; none of a first roster. */
  @GetMapping("/imports/{id}/differences")
  @Needs(Action.IMPORT_ROSTER)
  Part<RosterDifference> differences(
      @PathVariable UUID id,
      @RequestParam String kind,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer) {
    int size = Part.size(limit);
    Kind wanted = Kind.of(kind);
    look(viewer, id, wanted);
    return Part.of(imports.differences(id, wanted, cursor, size + 1), size, RosterDifference::id)
        .map(RosterDifference::masked);
  }

  /** All of them, for a spreadsheet. */
  @GetMapping(path = "/imports/{id}/differences.csv", produces = "text/csv")
  @Needs(Action.IMPORT_ROSTER)
  ResponseEntity<StreamingResponseBody> table(
      @PathVariable UUID id, @RequestParam String kind, Viewer viewer) {
    Kind wanted = Kind.of(kind);
    look(viewer, id, wanted);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"roster-" + wanted.word() + ".csv\"")
        .body(out -> write(id, wanted, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
  }

  private void write(UUID id, Kind kind, Writer out) throws IOException {
    CsvWriter csv =
        new CsvWriter(out, List.of("name", "citizen-id", "insured-numbers", "employers"));
    UUID after = null;
    List<RosterDifference> some;
    do {
      some = imports.differences(id, kind, after, ROWS_AT_ONCE);
      for (RosterDifference one : some) {
        csv.write(
            List.of(
                one.name(),
                Objects.toString(one.masked().citizenId(), ""),
                String.join(" ", one.insuredNumbers()),
                String.join(" ", one.employers())));
        after = one.id();
      }
    } while (some.size() == ROWS_AT_ONCE);
    out.flush();
  }

  private void look(Viewer viewer, UUID id, Kind kind) {
    known(id);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "view-roster-changes")
            .about("roster-import", id)
            .with("kind", kind.word()));
  }

  private RosterImport known(UUID id) {
    return imports
        .find(id)
        .orElseThrow(() -> new Refusal("no-such-import", "There is no such import of a roster."));
  }

  private ImportDocument document(RosterImport roster) {
    return ImportDocument.of(
        roster, roster.state() == RosterImport.State.DONE ? imports.notYetFindable() : 0);
  }

  /** Not as a parameter: of a body that calls itself a form, that would read the body. */
  private static boolean isDryRun(HttpServletRequest request) {
    return "true"
        .equals(
            UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("dryRun"));
  }

  private static String fileName(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "UTF-8''", 0, 7)) {
      return "roster.csv";
    }
    try {
      String path =
          URLDecoder.decode(header.substring(7).replace("+", "%2B"), StandardCharsets.UTF_8);
      String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1).strip();
      return name.isEmpty() ? "roster.csv" : name.substring(0, Math.min(name.length(), 200));
    } catch (IllegalArgumentException _) {
      return "roster.csv";
    }
  }
}
