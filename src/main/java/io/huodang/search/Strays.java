package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Documents of the index that stand for nothing in the registry, as after a registry was put back:
 * they are found and lead nowhere. Thread-safe.
 */
@Service
public class Strays {
  private static final int AT_ONCE = 1_000;
  private static final Time KEPT_OPEN = Time.of(t -> t.time("2m"));

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;
  private final JdbcClient jdbc;

  Strays(@Qualifier("writes") ElasticsearchClient elasticsearch, Indices indices, JdbcClient jdbc) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.jdbc = jdbc;
  }

  /** Whose documents were taken out of the index. */
  public record Stray(Subject.Kind kind, UUID id) {}

  /** A document and whose it is. */
  private record Document(String id, long version, UUID subject, UUID inner) {}

  /**
   * Looks at every document and takes out those that stand for nothing.
   *
   * @throws IOException when the index does not answer
   */
  public Set<Stray> takeOut() throws IOException {
    indices.ensureReady();
    Set<Stray> strays = new LinkedHashSet<>();
    for (Index index : Index.values()) {
      try {
        takeOut(index, strays);
      } catch (ElasticsearchException e) {
        throw new IOException("Elasticsearch does not answer: " + e.error().type());
      }
    }
    return strays;
  }

  private void takeOut(Index index, Set<Stray> strays) throws IOException {
    String moment =
        elasticsearch.openPointInTime(o -> o.index(indices.alias(index)).keepAlive(KEPT_OPEN)).id();
    try {
      List<FieldValue> after = List.of();
      do {
        SearchResponse<Void> part = part(moment, after);
        List<Hit<Void>> hits = part.hits().hits();
        bury(index, hits.stream().map(Strays::document).flatMap(Optional::stream).toList(), strays);
        after = hits.isEmpty() ? List.of() : hits.getLast().sort();
      } while (!after.isEmpty());
    } finally {
      elasticsearch.closePointInTime(c -> c.id(moment));
    }
  }

  private SearchResponse<Void> part(String moment, List<FieldValue> after) throws IOException {
    return elasticsearch.search(
        s ->
            (after.isEmpty() ? s : s.searchAfter(after))
                .pit(p -> p.id(moment).keepAlive(KEPT_OPEN))
                .query(
                    q -> q.bool(b -> b.mustNot(m -> m.term(t -> t.field("removed").value(true)))))
                .sort(o -> o.field(f -> f.field("_shard_doc")))
                .source(f -> f.fetch(false))
                .version(true)
                .trackTotalHits(t -> t.enabled(false))
                .size(AT_ONCE),
        Void.class);
  }

  private static Optional<Document> document(Hit<Void> hit) {
    String id = Objects.requireNonNull(hit.id());
    long version = Objects.requireNonNull(hit.version());
    if (id.length() == 36) {
      UUID subject = UUID.fromString(id);
      return Optional.of(new Document(id, version, subject, subject));
    }
    return PageDocument.Place.ofId(id)
        .map(place -> new Document(id, version, place.item(), place.page()));
  }

  private void bury(Index index, List<Document> documents, Set<Stray> strays) throws IOException {
    Set<String> known = known(index, documents);
    Set<UUID> moving = moving(documents);
    Bulk bulk = new Bulk(elasticsearch, indices, EnumSet.of(Generation.PRESENT));
    for (Document one : documents) {
      if (!known.contains(one.id()) && !moving.contains(one.subject())) {
        Subject.Kind kind = index == Index.PEOPLE ? Subject.Kind.PERSON : Subject.Kind.ITEM;
        bulk.bury(new Subject(kind, one.subject(), one.version()), index, one.id());
        strays.add(new Stray(kind, one.subject()));
      }
    }
    bulk.finish();
  }

  /** Ids of those documents that stand for something. */
  private Set<String> known(Index index, List<Document> documents) {
    String stands =
        switch (index) {
          case PEOPLE ->
              "from person p where p.id = d.subject and p.merged_into is null and p.removed_at is null";
          case ITEMS -> "from item i where i.id = d.subject and i.state <> 'removed'";
          case PAGES ->
              """
              from item i join item_version v on v.item_id = i.id and v.version = i.current_version
              join item_page g on g.item_version_id = v.id
              where i.id = d.subject and i.state <> 'removed' and g.page_id = d.inner_id
              """;
        };
    return new HashSet<>(
        jdbc.sql(
                """
            select d.id
            from unnest(cast(:ids as text[]), cast(:subjects as uuid[]), cast(:inner as uuid[]))
              as d (id, subject, inner_id)
            where exists (select %s)
            """
                    .formatted(stands))
            .param("ids", documents.stream().map(Document::id).toArray(String[]::new))
            .param("subjects", documents.stream().map(Document::subject).toArray(UUID[]::new))
            .param("inner", documents.stream().map(Document::inner).toArray(UUID[]::new))
            .query((row, n) -> row.getString(1))
            .list());
  }

  /** What changed since it was indexed is on its way, and no stray. */
  private Set<UUID> moving(List<Document> documents) {
    return new HashSet<>(
        jdbc.sql(
                """
                select subject_id from ledger
                where step = 'index' and subject_id = any(:subjects) and state <> 'done'
                """)
            .param("subjects", documents.stream().map(Document::subject).toArray(UUID[]::new))
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }
}
