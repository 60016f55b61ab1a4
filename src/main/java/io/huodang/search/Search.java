package io.huodang.search;

import io.huodang.access.Rights;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds people, items and pages for someone, and nothing that is not theirs to see. Thread-safe.
 */
@Service
public class Search {
  private static final String DEGRADED =
      "全文索引暂不可用，已改由登记库检索：可按证件号、参保号、档号、姓名、读音、单位和库位查找，题名和页面文字暂不能查。 "
          + "(The index is away; the registry answers: numbers, names, how they sound, employers and "
          + "locations are found, words of titles and pages are not.)";

  /** On each processor; a search waits more than it works. */
  private static final int AT_ONCE = 4;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** More than any beginning or end of a number scores. */
  static final double PART_OF_A_NUMBER = 280;

  private final IndexFinder index;
  private final RegistryFinder registry;
  private final Bearers bearers;
  private final Answers answers;
  private final Outage outage;

  /**
   * Threads of the system: each question to PostgreSQL and each page's text would have a virtual
   * one parked and called again, which takes longer than most answers.
   */
  private final ExecutorService meanwhile =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("search-", 0).factory());

  private final Turns turns =
      new Turns(AT_ONCE * Runtime.getRuntime().availableProcessors(), LONGEST_WAIT);

  Search(
      IndexFinder index,
      RegistryFinder registry,
      Bearers bearers,
      Answers answers,
      SearchSettings settings) {
    this.index = index;
    this.registry = registry;
    this.bearers = bearers;
    this.answers = answers;
    this.outage = new Outage(index::knock, settings.probeInterval());
  }

  @PreDestroy
  void close() {
    outage.close();
    meanwhile.shutdownNow();
  }

  /**
   * Finds; says in the answer when the index was away and PostgreSQL answered instead.
   *
   * @throws Refusal {@code search-unavailable} when so many search that no turn comes
   */
  public SearchResult search(SearchRequest request, Viewer viewer) {
    long start = System.nanoTime();
    Question question = Question.of(request.query());
    return turns.take(() -> answer(question, request, viewer, start));
  }

  private SearchResult answer(Question question, SearchRequest request, Viewer viewer, long start) {
    if (!outage.isOn()) {
      try {
        return findByIndex(question, request, viewer.rights(), start);
      } catch (IOException e) {
        outage.begin(e);
      }
    }
    try {
      return find(registry.search(), DEGRADED, question, request, viewer.rights(), start);
    } catch (IOException e) {
      throw new IllegalStateException("The registry reads no files", e);
    }
  }

  /** A whole number is told by the registry, unless nothing that bears it may be seen. */
  private SearchResult findByIndex(
      Question question, SearchRequest request, Rights rights, long start) throws IOException {
    Optional<Finder> known = bearers.of(question);
    if (known.isPresent()) {
      SearchResult result = find(known.get(), null, question, request, rights, start);
      if (!result.people().isEmpty() || !result.items().isEmpty()) {
        return result;
      }
    }
    return find(index, null, question, request, rights, start);
  }

  /** Whether the index answers just now; while it does not, PostgreSQL finds people by less. */
  public boolean indexAnswers() {
    try {
      index.knock();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a query names a whole citizen ID, which is masked wherever a query is kept. */
  public boolean holdsCitizenId(String query) {
    String tidy = QueryText.tidy(query);
    return !Masking.mask(tidy).equals(tidy);
  }

  /** People whom someone who is still typing may mean; near misses are not suggested. */
  public List<PersonHit> suggest(String query, int limit, Viewer viewer) {
    return search(SearchRequest.whileTyping(query, limit), viewer).people();
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
    Future<List<TextHit>> text =
        request.in().contains(Section.TEXT)
            ? meanwhile.submit(
                () ->
                    answers.pages(
                        finder.pages(question, request, rights), question, request, rights))
            : CompletableFuture.completedFuture(List.of());
    try {
      List<Found> people =
          wantPeople || wantItems
              ? meant(finder.people(question, request, rights), question)
              : List.of();
      if (wantPeople
          && request.nearMisses()
          && certain(people).isEmpty()
          && people.size() < SimilarNames.MOST) {
        people = Found.first(SimilarNames.MOST, people, finder.similar(question, request, rights));
      }
      List<Found> found = people;
      Future<List<PersonHit>> shown =
          meanwhile.submit(
              () -> wantPeople ? answers.people(found, question, request, rights) : List.of());
      List<Found> items =
          wantItems
              ? meant(finder.items(question, request, rights, certain(found)), question)
              : List.of();
      List<ItemHit> shownItems = answers.items(items, request, rights);
      List<PersonHit> shownPeople = Waiting.forIt(shown);
      if (asksForNumbers(question) && isMet(items)) {
        // Whose paper it is, if anybody's, comes with the paper.
        shownPeople = shownPeople.stream().filter(hit -> hit.why() != Why.NEAR_MISS).toList();
      }
      return new SearchResult(
          question.understood(),
          shownPeople,
          shownItems,
          Waiting.forIt(text),
          degraded,
          finder.isCutShort(),
          (System.nanoTime() - start) / 1_000_000);
    } finally {
      text.cancel(true);
    }
  }

  /** Of numbers, no near miss beside who bears all of it: it is another person's. */
  private static List<Found> meant(List<Found> found, Question question) {
    return asksForNumbers(question) && isMet(found) ? certain(found) : found;
  }

  /** Whether anything was found by more than a part of a number. */
  private static boolean isMet(List<Found> found) {
    return certain(found).stream()
        .anyMatch(one -> one.score() > PART_OF_A_NUMBER || one.why() == Why.LOCATION);
  }

  private static boolean asksForNumbers(Question question) {
    return question.parts().stream().anyMatch(Search::isNumber);
  }

  static boolean isNumber(Asked part) {
    return part instanceof Asked.CitizenNumber
        || part instanceof Asked.Number
        || part instanceof Asked.Groups;
  }

  private static List<Found> certain(List<Found> found) {
    return found.stream().filter(one -> one.why() != Why.NEAR_MISS).toList();
  }
}
