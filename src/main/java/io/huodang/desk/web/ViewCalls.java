package io.huodang.desk.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.desk.SavedView;
import io.huodang.desk.SavedViews;
import io.huodang.search.SearchRequest;
import io.huodang.search.Section;
import io.huodang.search.Track;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/views}: the searches that the caller keeps under a name. */
@RestController
@RequestMapping(path = "/api/v1/views", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.SEARCH)
class ViewCalls {
  private final SavedViews views;

  ViewCalls(SavedViews views) {
    this.views = views;
  }

  /** As {@code POST /search} takes them. */
  record Filters(@Nullable UUID category, @Nullable String track) {}

  /** A search to keep. */
  record Wanted(@Nullable String name, @Nullable String query, @Nullable Filters filters) {
    SearchRequest request() {
      return new SearchRequest(
          query == null ? "" : query,
          Set.of(Section.values()),
          1,
          filters == null ? null : filters.category(),
          filters == null || filters.track() == null ? null : Track.of(filters.track()));
    }

    /** Searches are never logged. */
    @Override
    public String toString() {
      return "a search to keep";
    }
  }

  record Kept(UUID id, String name, String query, Filters filters, Instant createdAt) {
    static Kept of(SavedView view) {
      return new Kept(
          view.id(),
          view.name(),
          view.query(),
          new Filters(view.category(), view.track()),
          view.createdAt());
    }

    @Override
    public String toString() {
      return "view " + id;
    }
  }

  /** A whole list: there is no next part of it. */
  record Listed(List<Kept> items, @Nullable UUID next) {}

  @GetMapping
  ResponseEntity<Listed> list(Viewer viewer) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Listed(views.of(viewer).stream().map(Kept::of).toList(), null));
  }

  @PostMapping
  ResponseEntity<Kept> keep(@RequestBody Wanted wanted, Viewer viewer) {
    SavedView kept =
        views.keep(viewer, wanted.name() == null ? "" : wanted.name(), wanted.request());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(Kept.of(kept));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Viewer viewer) {
    views.remove(viewer, id);
  }
}
