package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.fits;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.ofKey;
import static io.huodang.search.Clauses.says;
import static io.huodang.search.Clauses.saysWithGaps;
import static io.huodang.search.Clauses.score;
import static io.huodang.search.Clauses.startsWith;
import static io.huodang.search.Clauses.tier;
import static io.huodang.search.Clauses.unscored;
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
import io.huodang.search.Asked.Date;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.search.Asked.Words;
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
  private static final int SHORTEST_BEGINNING = 6;
  private static final double BEGINNING = 230;

  /** Of an insured number with fewer or more zeros before it, or letters for digits. */
  static final double OTHER_ZEROS = 890;

  private static final double FEW_IN_QUESTION = 105;

  /** Of a year that stands beside something else: no end of a number. */
  private static final double BORN = 260;

  static final double SHORT_EMPLOYER = 190;

  /** Of names that fold to the same (於庆华, 于庆华), the one that was typed. */
  private static final double AS_WRITTEN = 810;

  /**
   * Of ways in which a whole crowd may be found: thousands work for one employer, are born in one
   * year, live where IDs begin alike. They are asked for one by one, in the order of the index, so
   * that the first that fit are the answer, and all the others need not be looked at.
   */
  private static final Set<Double> OF_CROWDS =
      Set.of(
          NameClauses.PINYIN_BEGINNING,
          NameClauses.INITIALS_BEGINNING,
          BORN,
          (double) Why.ID_PART.score(),
          (double) Why.BIRTH_DATE.score(),
          BEGINNING,
          (double) Why.EMPLOYER.score(),
          SHORT_EMPLOYER,
          (double) Why.TITLE.score(),
          (double) Why.LOCATION.score());

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
    List<Query> certain = notNear(clauses);
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
    return clauses(question, part -> nearMisses ? person(part) : notNear(person(part)));
  }

  /** Every way in which a question can be met: its one part in any way, or all of them together. */
  private static List<Query> clauses(Question question, Function<Asked, List<Query>> ofPart) {
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
    List<Query> certain = notNear(person(part));
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

  private static List<Query> notNear(List<Query> clauses) {
    return clauses.stream().filter(clause -> !Clauses.isTier(clause, Why.NEAR_MISS)).toList();
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people)
      throws IOException {
    boolean nearToo = !isOneNumber(question) || people.isEmpty();
    List<Query> ways =
        new ArrayList<>(clauses(question, part -> nearToo ? item(part) : notNear(item(part))));
    Map<Match, List<String>> reasons =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    IndexFinder::reason,
                    Collectors.mapping(found -> found.id().toString(), Collectors.toList())));
    List<Query> papers =
        question.parts().stream()
            .filter(Asked.Paper.class::isInstance)
            .map(part -> best(item(part)))
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
            parts -> all(parts.stream().map(IndexFinder::text).toList()), IndexFinder::text);
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

  private static List<Query> person(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> {
        List<Query> clauses = citizen(asked);
        clauses.add(tier(Why.IDENTIFIER, isOneOf("otherNumbers", asked.forms())));
        yield clauses;
      }
      case MaskedNumber asked -> List.of(tier(Why.ID_PART, fits("citizenIds", asked.pattern())));
      case Asked.Number asked -> {
        yield personNumber(asked);
      }
      case Groups asked -> {
        List<Query> clauses =
            asked.joined().isEmpty()
                ? new ArrayList<>()
                : personNumber(new Asked.Number(asked.joined()));
        clauses.add(all(asked.keys().stream().map(key -> best(person(key))).toList()));
        yield clauses;
      }
      case Date asked -> {
        List<Query> clauses = new ArrayList<>();
        clauses.add(tier(Why.BIRTH_DATE, BORN, is("birth", asked.digits())));
        clauses.add(tier(Why.ID_PART, is("idParts", asked.text())));
        yield clauses;
      }
      case Asked.Sex asked -> List.of(unscored(is("sex", Track.word(asked.sex()))));
      case Asked.Paper asked -> List.of(unscored(Query.of(q -> q.matchAll(m -> m))));
      case Mixed asked -> NameClauses.of(asked);
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.NAME, AS_WRITTEN, is("writtenNames", asked.written())));
        clauses.add(tier(Why.FORMER_NAME, is("formerNames", asked.name())));
        if (asked.length() > 1) {
          clauses.addAll(employer(asked.text()));
        }
        yield clauses;
      }
      case NamePattern asked -> NameClauses.of(asked);
      case Latin asked -> NameClauses.of(asked);
      case Words asked -> {
        List<Query> clauses = employer(asked.text());
        clauses.add(tier(Why.IDENTIFIER, isOneOf("otherNumbers", Numbers.keys(asked.text()))));
        yield clauses;
      }
    };
  }

  private static List<Query> item(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> citizen(asked);
      case MaskedNumber asked -> List.of(tier(Why.ID_PART, fits("citizenIds", asked.pattern())));
      case Asked.Number asked -> {
        List<Query> clauses = number(asked.key());
        clauses.add(tier(Why.FILE_NUMBER, is("fileNumber", asked.key())));
        clauses.add(tier(Why.IDENTIFIER, is("numbers", asked.key())));
        clauses.add(shelved(asked.key()));
        yield clauses;
      }
      case Groups asked -> {
        List<Query> clauses =
            asked.joined().isEmpty() ? new ArrayList<>() : item(new Asked.Number(asked.joined()));
        clauses.add(all(asked.keys().stream().map(key -> best(item(key))).toList()));
        yield clauses;
      }
      case Date asked -> List.of(tier(Why.TITLE, says("title", asked.text())));
      case Asked.Sex asked -> List.of();
      case Asked.Paper asked -> List.of(tier(Why.TITLE, says("title", asked.text())));
      case Mixed asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(shelved(asked.text()));
        yield clauses;
      }
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.TITLE, says("title", asked.text())));
        clauses.add(shelved(asked.text()));
        yield clauses;
      }
      case NamePattern asked -> NameClauses.of(asked);
      case Latin asked -> NameClauses.of(asked);
      case Words asked ->
          List.of(
              tier(Why.FILE_NUMBER, is("fileNumber", Numbers.key(asked.text()))),
              tier(Why.IDENTIFIER, isOneOf("numbers", Numbers.keys(asked.text()))),
              tier(Why.TITLE, says("title", asked.text())),
              shelved(asked.text()));
    };
  }

  private static Query shelved(String location) {
    return tier(Why.LOCATION, is("locations", Numbers.key(location)));
  }

  private static Query text(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> isOneOf("numbers", asked.forms());
      case MaskedNumber asked -> fits("numbers", asked.pattern());
      case Asked.Number asked -> is("numbers", asked.key());
      case Groups asked ->
          best(
              List.of(
                  is("numbers", asked.joined()),
                  all(asked.keys().stream().map(IndexFinder::text).toList())));
      case Date asked -> best(List.of(is("numbers", asked.digits()), says("text", asked.text())));
      case Asked.Sex asked -> says("text", asked.text());
      case Asked.Paper asked -> says("text", asked.text());
      case Han asked -> says("text", asked.text());
      case Mixed asked -> says("text", asked.text());
      case NamePattern asked -> best(List.of());
      case Latin asked -> says("text", asked.name());
      case Words asked -> says("text", asked.text());
    };
  }

  private static List<Query> citizen(CitizenNumber asked) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.CITIZEN_ID, isOneOf("citizenIds", asked.forms())));
    clauses.add(tier(Why.INSURED_NUMBER, isOneOf("insuredNumbers", asked.forms())));
    clauses.addAll(near(asked.typed(), "citizenIds"));
    return clauses;
  }

  /** A wrong digit leaves many numbers in question, every other slip few: these are likelier. */
  private static List<Query> near(String typed, String field) {
    Set<String> near = NearNumbers.of(typed);
    if (near.isEmpty()) {
      return List.of();
    }
    Set<String> few = NearNumbers.ofOtherSlips(typed);
    return List.of(
        tier(Why.NEAR_MISS, FEW_IN_QUESTION, isOneOf(field, few)),
        tier(Why.NEAR_MISS, isOneOf(field, near)));
  }

  private static List<Query> personNumber(Asked.Number asked) {
    List<Query> clauses = number(asked.key());
    clauses.add(tier(Why.IDENTIFIER, is("otherNumbers", asked.key())));
    clauses.add(tier(Why.EMPLOYER, is("employerNumbers", asked.key())));
    if (asked.mayBeDate()) {
      clauses.add(tier(Why.BIRTH_DATE, is("birth", asked.key())));
    }
    if (asked.mayBePart()) {
      clauses.add(tier(Why.ID_PART, is("idParts", asked.key())));
    }
    return clauses;
  }

  /** By its name or a part of it, or as people shorten it. */
  private static List<Query> employer(String text) {
    List<Query> clauses = new ArrayList<>(List.of(tier(Why.EMPLOYER, says("employers", text))));
    if (Employer.mayBeShort(text)) {
      clauses.add(
          tier(
              Why.EMPLOYER,
              SHORT_EMPLOYER,
              saysWithGaps("employers", text, Employer.mostLeftOut(text))));
    }
    return clauses;
  }

  private static List<Query> number(String key) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.INSURED_NUMBER, is("insuredNumbers", key)));
    if (key.length() >= SHORTEST_BEGINNING) {
      clauses.add(tier(Why.ID_PART, BEGINNING, startsWith("citizenIds", key)));
      clauses.add(tier(Why.INSURED_NUMBER, BEGINNING, startsWith("insuredNumbers", key)));
    }
    String digits = Numbers.digits(key);
    if (!digits.equals(key)) {
      clauses.add(tier(Why.INSURED_NUMBER, OTHER_ZEROS, is("insuredNumbers", digits)));
    }
    Set<String> otherZeros = Numbers.otherZeros(key);
    if (!otherZeros.isEmpty()) {
      clauses.add(tier(Why.INSURED_NUMBER, OTHER_ZEROS, isOneOf("insuredNumbers", otherZeros)));
    }
    clauses.addAll(near(key, "insuredNumbers"));
    clauses.addAll(near(key, "citizenIds"));
    return clauses;
  }

  /** What meets any of the clauses, best first. */
  private List<Found> found(
      Index index, List<Query> clauses, SearchRequest request, Rights rights, @Nullable Track track)
      throws IOException {
    SortOptions inOrder = inOrder(index);
    List<co.elastic.clients.elasticsearch.core.SearchRequest> searches = new ArrayList<>();
    List<Query> few = clauses.stream().filter(clause -> !isOfCrowd(clause)).toList();
    if (!few.isEmpty()) {
      searches.add(asked(index, best(few), request, rights, track, List.of(byScore(), inOrder)));
    }
    clauses.stream()
        .filter(IndexFinder::isOfCrowd)
        .collect(groupingBy(Clauses::score))
        .values()
        .forEach(
            crowd ->
                searches.add(asked(index, best(crowd), request, rights, track, List.of(inOrder))));
    return together(hits(searches).stream().map(IndexFinder::found).toList(), request);
  }

  private static boolean isOfCrowd(Query clause) {
    return OF_CROWDS.contains(score(clause));
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
