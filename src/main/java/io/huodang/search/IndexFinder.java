package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.fits;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.says;
import static io.huodang.search.Clauses.startsWith;
import static io.huodang.search.Clauses.tier;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Finds in Elasticsearch. */
@Component
class IndexFinder implements Finder {
  private static final int NOT_FOUND = 404;
  private static final int SHORTEST_BEGINNING = 6;
  private static final double BEGINNING = 230;
  private static final double OTHER_ZEROS = 890;

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;

  IndexFinder(@Qualifier("queries") ElasticsearchClient elasticsearch, Indices indices) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
  }

  @Override
  public List<Found> people(Question question, SearchRequest request, Rights rights)
      throws IOException {
    List<SortOptions> order = List.of(byScore(), descending("itemCount"), ascending("birthDate"));
    if (isOneNumber(question)) {
      Query asTyped = best(notNear(person(question.parts().getFirst())));
      List<Found> certain = found(hits(Index.PEOPLE, asTyped, request, rights, null, order));
      if (!certain.isEmpty()) {
        return certain;
      }
    }
    return found(hits(Index.PEOPLE, clausesOf(question), request, rights, null, order));
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

  /** What is asked of the index about people. */
  static Query clausesOf(Question question) {
    return all(question.parts().stream().map(part -> best(person(part))).toList());
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people)
      throws IOException {
    List<Query> ways = new ArrayList<>();
    ways.add(
        all(
            question.parts().stream()
                .map(IndexFinder::item)
                .map(
                    clauses ->
                        best(
                            isOneNumber(question) && !people.isEmpty()
                                ? notNear(clauses)
                                : clauses))
                .toList()));
    Map<Why, List<String>> reasons =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    Found::why,
                    Collectors.mapping(found -> found.id().toString(), Collectors.toList())));
    reasons.forEach((why, ids) -> ways.add(tier(why, why.score() + 1.0, isOneOf("people", ids))));
    List<SortOptions> order = List.of(byScore(), descending("date"));
    return found(hits(Index.ITEMS, best(ways), request, rights, request.track(), order));
  }

  @Override
  public List<Place> pages(Question question, SearchRequest request, Rights rights)
      throws IOException {
    List<Query> words = question.parts().stream().map(IndexFinder::text).toList();
    return hits(Index.PAGES, all(words), request, rights, request.track(), List.of(byScore()))
        .stream()
        .map(IndexFinder::ids)
        .map(ids -> new Place(ids.getFirst(), ids.getLast()))
        .toList();
  }

  /** Whether it answers at all. */
  void knock() throws IOException {
    hits(
        Index.PEOPLE,
        best(List.of()),
        SearchRequest.of("?"),
        new Rights.Everything(),
        null,
        List.of(byScore()));
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
        List<Query> clauses = number(asked.key());
        clauses.add(tier(Why.IDENTIFIER, is("otherNumbers", asked.key())));
        if (asked.mayBePart()) {
          clauses.add(tier(Why.ID_PART, is("idParts", asked.key())));
        }
        yield clauses;
      }
      case Groups asked -> {
        List<Query> clauses = groups(asked, IndexFinder::person);
        clauses.add(tier(Why.IDENTIFIER, is("otherNumbers", asked.joined())));
        yield clauses;
      }
      case Date asked -> List.of(tier(Why.ID_PART, is("idParts", asked.digits())));
      case Mixed asked -> NameClauses.of(asked);
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.FORMER_NAME, is("formerNames", asked.name())));
        if (asked.length() > 1) {
          clauses.add(tier(Why.EMPLOYER, says("employers", asked.text())));
        }
        yield clauses;
      }
      case NamePattern asked -> NameClauses.of(asked);
      case Latin asked -> NameClauses.of(asked);
      case Words asked -> List.of(tier(Why.EMPLOYER, says("employers", asked.text())));
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
        yield clauses;
      }
      case Groups asked -> groups(asked, IndexFinder::item);
      case Date asked -> List.of(tier(Why.TITLE, says("title", asked.text())));
      case Mixed asked -> NameClauses.of(asked);
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.TITLE, says("title", asked.text())));
        yield clauses;
      }
      case NamePattern asked -> NameClauses.of(asked);
      case Latin asked -> NameClauses.of(asked);
      case Words asked ->
          List.of(
              tier(Why.FILE_NUMBER, is("fileNumber", Numbers.key(asked.text()))),
              tier(Why.TITLE, says("title", asked.text())));
    };
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
    clauses.add(tier(Why.NEAR_MISS, isOneOf("citizenIds", NearNumbers.of(asked.typed()))));
    return clauses;
  }

  /** All keys together, or the one number that they are. */
  private static List<Query> groups(Groups asked, Function<Asked, List<Query>> clauses) {
    List<Query> ways = asked.joined().isEmpty() ? new ArrayList<>() : number(asked.joined());
    ways.add(all(asked.keys().stream().map(key -> best(clauses.apply(key))).toList()));
    return ways;
  }

  private static List<Query> number(String key) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.INSURED_NUMBER, is("insuredNumbers", key)));
    if (key.length() >= SHORTEST_BEGINNING) {
      clauses.add(tier(Why.ID_PART, BEGINNING, startsWith("citizenIds", key)));
      clauses.add(tier(Why.INSURED_NUMBER, BEGINNING, startsWith("insuredNumbers", key)));
    }
    Set<String> otherZeros = Numbers.otherZeros(key);
    if (!otherZeros.isEmpty()) {
      clauses.add(tier(Why.INSURED_NUMBER, OTHER_ZEROS, isOneOf("insuredNumbers", otherZeros)));
    }
    Set<String> near = NearNumbers.of(key);
    if (!near.isEmpty()) {
      clauses.add(tier(Why.NEAR_MISS, isOneOf("insuredNumbers", near)));
      clauses.add(tier(Why.NEAR_MISS, isOneOf("citizenIds", near)));
    }
    return clauses;
  }

  private List<Hit<Void>> hits(
      Index index,
      Query query,
      SearchRequest request,
      Rights rights,
      @Nullable Track track,
      List<SortOptions> order)
      throws IOException {
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
    indices.requireReady();
    try {
      return elasticsearch
          .search(
              s ->
                  s.index(indices.alias(index))
                      .query(q -> q.bool(b -> b.must(query).filter(filters)))
                      .sort(order)
                      .trackScores(true)
                      .trackTotalHits(t -> t.enabled(false))
                      .allowPartialSearchResults(false)
                      .source(source -> source.fetch(false))
                      .storedFields("_none_")
                      .docvalueFields(f -> f.field(DocumentKey.FIELD))
                      .size(request.limit()),
              Void.class)
          .hits()
          .hits();
    } catch (ElasticsearchException e) {
      if (e.status() == NOT_FOUND) {
        indices.mayBeGone();
      }
      // The type only: the rest quotes the query.
      throw new IOException(
          "Elasticsearch cannot answer: %s (%d)".formatted(e.error().type(), e.status()));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof TimeoutException) { // none of its connections became free
        throw new IOException("Elasticsearch is too busy", e);
      }
      throw e;
    }
  }

  private static List<Found> found(List<Hit<Void>> hits) {
    return hits.stream()
        .map(
            hit ->
                new Found(
                    ids(hit).getFirst(),
                    Why.Match.strongest(hit.matchedQueries().keySet()),
                    Objects.requireNonNullElse(hit.score(), 0.0)))
        .toList();
  }

  private static List<UUID> ids(Hit<Void> hit) {
    JsonData key = Objects.requireNonNull(hit.fields().get(DocumentKey.FIELD));
    return DocumentKey.ids(key.to(String[].class)[0]);
  }

  private static SortOptions byScore() {
    return SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc)));
  }

  private static SortOptions descending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Desc).missing("_last")));
  }

  private static SortOptions ascending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc).missing("_last")));
  }
}
