package io.huodang.search.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.search.Rebuild;
import io.huodang.search.Reindexing;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reindex}: filling the index anew from the registry. */
@RestController
@RequestMapping(path = "/api/v1/reindex", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.OPERATE)
class ReindexCalls {
  private final Reindexing reindexing;
  private final Audit audit;

  ReindexCalls(Reindexing reindexing, Audit audit) {
    this.reindexing = reindexing;
    this.audit = audit;
  }

  /**
   * A rebuild on the wire.
   *
   * @param state {@code none waiting filling done}
   */
  record RebuildDocument(
      String state,
      long subjects,
      long filled,
      long refused,
      @Nullable String waitsFor,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {

    static RebuildDocument of(Rebuild rebuild) {
      return new RebuildDocument(
          rebuild.state().name().toLowerCase(Locale.ROOT),
          rebuild.subjects(),
          rebuild.filled(),
          rebuild.refused(),
          rebuild.waitsFor(),
          rebuild.startedAt(),
          rebuild.finishedAt());
    }

    static RebuildDocument none() {
      return new RebuildDocument("none", 0, 0, 0, null, null, null);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildDocument begin(Viewer viewer) {
    Rebuild rebuild = reindexing.begin();
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "reindex").about("index-rebuild", rebuild.id()));
    return RebuildDocument.of(rebuild);
  }

  @GetMapping
  RebuildDocument last() {
    return reindexing.last().map(RebuildDocument::of).orElseGet(RebuildDocument::none);
  }
}
