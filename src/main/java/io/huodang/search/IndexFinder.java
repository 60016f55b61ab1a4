package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.ofKey;
import static io.huodang.search.Clauses.score;
import static io.huodang.search.Clauses.tier;
import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.huodang.access.Rights;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Groups;
import io.huodang.search.PageDocument.Place;
import io.huodang.search.Why.Match;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Finds in Elasticsearch. */
@Component
class IndexFinder implements Finder {
  private static final int NOT_FOUND = 404;

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;

  IndexFinder(@Qualifier("queries") ElasticsearchClient elasticsearch, Indices indices) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
  }

  @Override
  public List<Found> people(Question question, SearchRequest request, Rights rights)
      throws IOException {
    List<Query> clauses = people(question, request.nearMisses());
    if (!isOneNumber(question) || !request.nearMisses()) {
      return found(Index.PEOPLE, clauses, request, rights, null);
    }
    List<Query> certain = PartClauses.notNear(clauses);
    List<Found> found = found(Index.PEOPLE, certain, request, rights, null);
    boolean isMet = found.stream().anyMatch(one -> one.score() > Search.PART_OF_A_NUMBER);
    if (isMet || found.size() >= request.limit() || certain.size() == clauses.size()) {
      return found;
    }
    List<Query> near = clauses.stream().filter(clause -> !certain.contains(clause)).toList();
    List<Found> both = new ArrayList<>(found);
    both.addAll(found(Index.PEOPLE, near, request, rights, null));
    return together(both, request);
  }

  /** What is asked of the index about people. */
  static List<Query> people(Question question, boolean nearMisses) {
    return clauses(question, nearMisses, PartClauses::person);
  }

  /** Every way in which a question can be met: its one part in any way, or all of them together. */
  private static List<Query> clauses(
      Question question, boolean nearMisses, Function<Asked, List<Query>> inAnyWay) {
    Function<Asked, List<Query>> ofPart =
        nearMisses ? inAnyWay : inAnyWay.andThen(PartClauses::notNear);
    return question
        .ways(
            parts ->
                parts.size() == 1
                    ? ofPart.apply(parts.getFirst())
                    : List.of(
                        all(
                            IntStream.range(0, parts.size())
                                .mapToObj(key -> best(ofKey(key, ofPart.apply(parts.get(key)))))
                                .toList())),
            ofPart)
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Found> similar(Question question, SearchRequest request, Rights rights)
      throws IOException {
    List<Query> ways = SimilarNames.ways(question, IndexFinder::besideSimilar);
    return ways.isEmpty()
        ? List.of()
        : found(Index.PEOPLE, ways, request.atMost(SimilarNames.MOST), rights, null);
  }

  /** A whole number says more than a similar name: beside one it would be another person's. */
  private static List<Query> besideSimilar(Asked part) {
    List<Query> certain = PartClauses.notNear(PartClauses.person(part));
    return Search.isNumber(part)
        ? certain.stream()
            .filter(
                clause ->
                    Clauses.isTier(clause, Why.ID_PART) || Clauses.isTier(clause, Why.BIRTH_DATE))
            .toList()
        : certain;
  }

  /**
   * Beside a number that was met, one that only comes near is another person's: it is asked for,
   * some hundred numbers at once, when there is nothing else.
   */
  private static boolean isOneNumber(Question question) {
    return question.parts().size() == 1
        && (question.parts().getFirst() instanceof CitizenNumber
            || question.parts().getFirst() instanceof Asked.Number
            || question.parts().getFirst() instanceof Groups);
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people)
      throws IOException {
    boolean nearToo = !isOneNumber(question) || people.isEmpty();
    List<Query> ways = new ArrayList<>(clauses(question, nearToo, PartClauses::item));
    Map<Match, List<String>> reasons =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    IndexFinder::reason,
                    Collectors.mapping(found -> found.id().toString(), Collectors.toList())));
    List<Query> papers =
        question.parts().stream()
            .filter(Asked.Paper.class::isInstance)
            .map(part -> best(PartClauses.item(part)))
            .toList();
    reasons.forEach(
        (reason, ids) -> {
          Query theirs = isOneOf("people", ids);
          ways.add(tier(reason.why(), reason.score() + 1.0, theirs));
          if (!papers.isEmpty()) {
            List<Query> chosen = new ArrayList<>(papers);
            chosen.add(theirs);
            ways.add(tier(reason.why(), reason.score() + 2.0, all(chosen)));
          }
        });
    return found(Index.ITEMS, ways, request, rights, request.track());
  }

  /** Why someone was found whose papers are shown: by one of several keys no better than by it. */
  private static Match reason(Found person) {
    return new Match(person.why(), Math.min(person.score(), person.why().score()), Match.NO_KEY);
  }

  @Override
  public List<Place> pages(Question question, SearchRequest request, Rights rights)
      throws IOException {
    List<Query> ways =
        question.ways(
            parts -> all(parts.stream().map(PartClauses::text).toList()), PartClauses::text);
    List<SortOptions> order = List.of(inOrder(Index.PAGES));
    return hits(asked(Index.PAGES, best(ways), request, rights, request.track(), order)).stream()
        .map(IndexFinder::ids)
        .map(ids -> new Place(ids.getFirst(), ids.getLast()))
        .toList();
  }

  /** Whether it answers at all: by id, because it is no person who searches ({@link Pace}). */
  void knock() throws IOException {
    answer(
        () ->
            elasticsearch.get(
                g -> g.index(indices.alias(Index.PEOPLE)).id("?").realtime(false), Void.class));
  }

  /** What meets any of the clauses, best first. */
  private List<Found> found(
      Index index, List<Query> clauses, SearchRequest request, Rights rights, @Nullable Track track)
      throws IOException {
    SortOptions inOrder = inOrder(index);
    List<co.elastic.clients.elasticsearch.core.SearchRequest> searches = new ArrayList<>();
    List<Query> few = clauses.stream().filter(clause -> !PartClauses.isOfCrowd(clause)).toList();
    if (!few.isEmpty()) {
      searches.add(asked(index, best(few), request, rights, track, List.of(byScore(), inOrder)));
    }
    clauses.stream()
        .filter(PartClauses::isOfCrowd)
        .collect(groupingBy(Clauses::score))
        .values()
        .forEach(
            crowd ->
                searches.add(asked(index, best(crowd), request, rights, track, List.of(inOrder))));
    return searches.isEmpty()
        ? List.of()
        : together(hits(searches).stream().map(IndexFinder::found).toList(), request);
  }

  /** Each as well found as it can be; of equals, those that come first in a list. */
  private static List<Found> together(List<Found> all, SearchRequest request) {
    Map<UUID, Found> best = new LinkedHashMap<>();
    all.stream()
        .sorted(comparingDouble(Found::score).reversed())
        .forEach(one -> best.putIfAbsent(one.id(), one));
    return best.values().stream().limit(request.limit()).toList();
  }

  /**
   * The order in which an index stands, so that the first that fit are the answer. Elasticsearch
   * ends such a search early by keywords only: by numbers and dates it looks at all that fit.
   */
  private static SortOptions inOrder(Index index) {
    return descending(index == Index.PEOPLE ? "standing" : "date");
  }

  private co.elastic.clients.elasticsearch.core.SearchRequest asked(
      Index index,
      Query query,
      SearchRequest request,
      Rights rights,
      @Nullable Track track,
      List<SortOptions> order) {
    List<Query> filters = new ArrayList<>();
    filters.add(is("removed", "false"));
    filters.add(Clauses.visible(rights));
    UUID category = request.category();
    if (category != null) {
      filters.add(is("category", category.toString()));
    }
    if (track != null) {
      filters.add(Clauses.on(track));
    }
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        s ->
            s.index(indices.alias(index))
                .query(q -> q.bool(b -> b.must(query).filter(filters)))
                .sort(order)
                .trackScores(order.getFirst().isScore())
                .trackTotalHits(t -> t.enabled(false))
                .allowPartialSearchResults(false)
                .source(source -> source.fetch(false))
                .storedFields("_none_")
                .docvalueFields(f -> f.field(DocumentKey.FIELD))
                .size(request.limit()));
  }

  private List<Hit<Void>> hits(co.elastic.clients.elasticsearch.core.SearchRequest search)
      throws IOException {
    return answer(() -> elasticsearch.search(search, Void.class)).hits().hits();
  }

  /** What several searches find that are asked together, one after the other. */
  private List<Hit<Void>> hits(List<co.elastic.clients.elasticsearch.core.SearchRequest> searches)
      throws IOException {
    if (searches.size() == 1) {
      return hits(searches.getFirst());
    }
    List<RequestItem> items =
        searches.stream()
            .map(
                search ->
                    RequestItem.of(
                        item ->
                            item.header(
                                    h -> h.index(search.index()).allowPartialSearchResults(false))
                                .body(search)))
            .toList();
    List<Hit<Void>> hits = new ArrayList<>();
    for (var one :
        answer(() -> elasticsearch.msearch(m -> m.searches(items), Void.class)).responses()) {
      if (one.isFailure()) {
        throw cannotAnswer(one.failure().error().type(), one.failure().status());
      }
      hits.addAll(one.result().hits().hits());
    }
    return hits;
  }

  /** Something that is asked of Elasticsearch. */
  @FunctionalInterface
  private interface Call<T> {
    T ask() throws IOException;
  }

  private <T> T answer(Call<T> call) throws IOException {
    indices.requireReady();
    try {
      return call.ask();
    } catch (ElasticsearchException e) {
      throw cannotAnswer(e.error().type(), e.status());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof TimeoutException) { // none of its connections became free
        throw new IOException("Elasticsearch is too busy", e);
      }
      throw e;
    }
  }

  /**
   * An error.
   *
   * @param type of error: the rest quotes the query
   */
  private IOException cannotAnswer(@Nullable String type, int status) {
    if (status == NOT_FOUND) {
      indices.mayBeGone();
    }
    return new IOException("Elasticsearch cannot answer: %s (%d)".formatted(type, status));
  }

  private static Found found(Hit<Void> hit) {
    UUID id = ids(hit).getFirst();
    Set<String> clauses = hit.matchedQueries().keySet();
    return hit.score() == null ? Found.of(id, clauses) : Found.of(id, hit.score(), clauses);
  }

  private static List<UUID> ids(Hit<Void> hit) {
    JsonData key = requireNonNull(hit.fields().get(DocumentKey.FIELD));
    return DocumentKey.ids(key.to(String[].class)[0]);
  }

  private static SortOptions byScore() {
    return SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc)));
  }

  private static SortOptions descending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Desc)));
  }
}
