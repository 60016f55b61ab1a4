package io.huodang.search;

import io.huodang.access.Rights;
import io.huodang.access.Viewer;
import io.huodang.search.PageDocument.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Finds people, items and pages for someone, and nothing that is not theirs to see. Thread-safe.
 */
@Service
public class Search {
  private static final Logger log = LoggerFactory.getLogger(Search.class);
  private static final String DEGRADED =
      "全文索引暂不可用，已改由登记库检索：可按证件号、参保号、姓名和单位查找，拼音和页面文字暂不能查。 "
          + "(The index is away; the registry answers: numbers, names and employers are found, "
          + "pinyin and words of pages are not.)";

  private final IndexFinder index;
  private final RegistryFinder registry;
  private final Answers answers;
  private final Duration rest;
  private volatile long awayUntil = System.nanoTime();

  Search(IndexFinder index, RegistryFinder registry, Answers answers, SearchSettings settings) {
    this.index = index;
    this.registry = registry;
    this.answers = answers;
    this.rest = settings.probeInterval();
  }

  /** Finds; says in the answer when the index was away and PostgreSQL answered instead. */
  public SearchResult search(SearchRequest request, Viewer viewer) {
    long start = System.nanoTime();
    Question question = Question.of(request.query());
    if (System.nanoTime() - awayUntil >= 0) {
      try {
        return find(index, null, question, request, viewer.rights(), start);
      } catch (IOException e) {
        awayUntil = System.nanoTime() + rest.toNanos();
        log.warn(
            "PostgreSQL answers, because the index does not: {}", e.getClass().getSimpleName());
      }
    }
    try {
      return find(registry, DEGRADED, question, request, viewer.rights(), start);
    } catch (IOException e) {
      throw new IllegalStateException("The registry reads no files", e);
    }
  }

  /** People whom someone who is still typing may mean; near misses are not suggested. */
  public List<PersonHit> suggest(String query, int limit, Viewer viewer) {
    SearchRequest request = new SearchRequest(query, Set.of(Section.PEOPLE), limit, null, null);
    return search(request, viewer).people().stream()
        .filter(hit -> hit.why() != Why.NEAR_MISS)
        .toList();
  }

  private SearchResult find(
      Finder finder,
      @Nullable String degraded,
      Question question,
      SearchRequest request,
      Rights rights,
      long start)
      throws IOException {
    boolean wantPeople = request.in().contains(Section.PEOPLE);
    boolean wantItems = request.in().contains(Section.ITEMS);
    List<Found> people =
        wantPeople || wantItems
            ? meant(finder.people(question, request, rights), question)
            : List.of();
    List<Found> items =
        wantItems
            ? meant(finder.items(question, request, rights, certain(people)), question)
            : List.of();
    List<Place> pages =
        request.in().contains(Section.TEXT) ? finder.pages(question, request, rights) : List.of();
    return new SearchResult(
        question.understood(),
        wantPeople ? answers.people(people, question, request, rights) : List.of(),
        answers.items(items, request, rights),
        answers.pages(pages, question, request, rights),
        degraded,
        (System.nanoTime() - start) / 1_000_000);
  }

  /** Of numbers, no near miss beside what was meant: it is another person's. */
  private static List<Found> meant(List<Found> found, Question question) {
    boolean number =
        question.parts().stream()
            .anyMatch(
                part ->
                    part instanceof Asked.CitizenNumber
                        || part instanceof Asked.Number
                        || part instanceof Asked.Groups);
    List<Found> certain = certain(found);
    return number && !certain.isEmpty() ? certain : found;
  }

  private static List<Found> certain(List<Found> found) {
    return found.stream().filter(one -> one.why() != Why.NEAR_MISS).toList();
  }
}
