package io.huodang.search.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.search.Rebuild;
import io.huodang.search.Reindexing;
import java.time.Instant;
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
   * @param state {@code none waiting filling comparing done}
   * @param back whether the generation that was kept is to answer again
   */
  record RebuildDocument(
      String state,
      boolean back,
      long subjects,
      long filled,
      long refused,
      long compared,
      long mended,
      @Nullable String waitsFor,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {

    static RebuildDocument of(Rebuild rebuild) {
      return new RebuildDocument(
          rebuild.state().word(),
          rebuild.back(),
          rebuild.subjects(),
          rebuild.filled(),
          rebuild.refused(),
          rebuild.compared(),
          rebuild.mended(),
          rebuild.waitsFor(),
          rebuild.startedAt(),
          rebuild.finishedAt());
    }

    static RebuildDocument none() {
      return new RebuildDocument("none", false, 0, 0, 0, 0, 0, null, null, null);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildDocument begin(Viewer viewer) {
    return begun(viewer, "reindex", reindexing.begin());
  }

  @PostMapping("/back")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildDocument back(Viewer viewer) {
    return begun(viewer, "reindex-back", reindexing.back());
  }

  private RebuildDocument begun(Viewer viewer, String action, Rebuild rebuild) {
    audit.recordForGood(AuditEntry.of(viewer.actor(), action).about("index-rebuild", rebuild.id()));
    return RebuildDocument.of(rebuild);
  }

  @GetMapping
  RebuildDocument last() {
    return reindexing.last().map(RebuildDocument::of).orElseGet(RebuildDocument::none);
  }
}
