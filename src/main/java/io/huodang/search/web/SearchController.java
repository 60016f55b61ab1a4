package io.huodang.search.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.search.ItemHit;
import io.huodang.search.PersonHit;
import io.huodang.search.Search;
import io.huodang.search.SearchRequest;
import io.huodang.search.SearchResult;
import io.huodang.search.Section;
import io.huodang.search.Track;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looking for people, items and text; what was shown is on record before it leaves. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.SEARCH)
class SearchController {
  private static final int ROWS = 10;

  private final Search search;
  private final Audit audit;

  SearchController(Search search, Audit audit) {
    this.search = search;
    this.audit = audit;
  }

  /** What is asked; everything but the query may be left out. */
  record Question(
      @Nullable String query,
      @Nullable List<String> in,
      @Nullable Integer limit,
      @Nullable Filters filters) {

    SearchRequest request() {
      return new SearchRequest(
          query == null ? "" : query,
          in == null
              ? Set.of(Section.values())
              : in.stream().map(Section::of).collect(Collectors.toSet()),
          limit == null ? ROWS : limit,
          filters == null ? null : filters.categoryId(),
          filters == null || filters.track() == null ? null : Track.of(filters.track()));
    }

    /** Searches are never logged. */
    @Override
    public String toString() {
      return "a question";
    }
  }

  record Filters(@Nullable String category, @Nullable String track) {
    @Nullable UUID categoryId() {
      try {
        return category == null ? null : UUID.fromString(category);
      } catch (IllegalArgumentException e) {
        throw new Refusal("unknown-category", "A category is given by its id.", e);
      }
    }
  }

  record Suggestions(List<PersonHit> people) {}

  @PostMapping("/search")
  ResponseEntity<SearchResult> search(@RequestBody Question question, Viewer viewer) {
    SearchResult result = search.search(question.request(), viewer);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "search")
            .with("query", result.understood().query())
            .with("kind", result.understood().kind())
            .with("people", result.people().size())
            .with("items", result.items().size())
            .with("pages", result.text().size())
            .showing(shown(result)));
    return unstored(result);
  }

  @PostMapping("/suggest")
  ResponseEntity<Suggestions> suggest(@RequestBody Question question, Viewer viewer) {
    SearchRequest request = question.request();
    List<PersonHit> people = search.suggest(request.query(), request.limit(), viewer);
    if (!people.isEmpty()) {
      audit.recordForGood(
          AuditEntry.of(viewer.actor(), "suggest")
              .with("people", people.size())
              .showing(people.stream().map(PersonHit::id).toList()));
    }
    return unstored(new Suggestions(people));
  }

  private static List<UUID> shown(SearchResult result) {
    return Stream.of(
            result.people().stream().map(PersonHit::id),
            result.items().stream().map(ItemHit::id),
            result.text().stream().flatMap(hit -> Stream.of(hit.pageId(), hit.itemId())))
        .flatMap(ids -> ids)
        .toList();
  }

  private static <T> ResponseEntity<T> unstored(T answer) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }
}
