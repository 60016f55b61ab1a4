package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import java.io.IOException;
import java.util.List;

/**
 * What a crawler gives: one document a paper with whom it is about and its text, all fields
 * analysed as Elasticsearch does unless told otherwise, asked with {@code multi_match}. No rights,
 * no registry, no record.
 */
final class Baseline implements Target {
  static final String INDEX = "baseline";
  private static final int AT_ONCE = 1_000;
  private static final List<String> FIELDS =
      List.of("name", "formerName", "citizenId", "insuredNumber", "employer", "title", "text");

  private final ElasticsearchClient elasticsearch;

  private Baseline(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /** The document of a paper. */
  record Document(
      String person,
      String name,
      String formerName,
      String citizenId,
      String insuredNumber,
      String employer,
      String title,
      String text) {}

  /** Fills an index of its own in the same node. */
  static Baseline filled(ElasticsearchClient elasticsearch, Population population, Papers papers)
      throws IOException {
    elasticsearch.indices().delete(d -> d.index(INDEX).ignoreUnavailable(true));
    elasticsearch
        .indices()
        .create(
            c ->
                c.index(INDEX)
                    .mappings(
                        m -> {
                          FIELDS.forEach(field -> m.properties(field, p -> p.text(t -> t)));
                          return m.properties("person", p -> p.keyword(k -> k));
                        }));
    int paper = 0;
    BulkRequest.Builder bulk = new BulkRequest.Builder();
    int waiting = 0;
    for (Invented person : population.people()) {
      for (int n = 0; n < person.items(); n++) {
        Document document = document(person, population, papers.of(paper++));
        bulk.operations(o -> o.index(i -> i.index(INDEX).document(document)));
        if (++waiting == AT_ONCE) {
          send(elasticsearch, bulk);
          bulk = new BulkRequest.Builder();
          waiting = 0;
        }
      }
    }
    if (waiting > 0) {
      send(elasticsearch, bulk);
    }
    elasticsearch.indices().refresh(r -> r.index(INDEX));
    return new Baseline(elasticsearch);
  }

  /** Whether an earlier run filled the index. */
  static boolean isFilled(ElasticsearchClient elasticsearch) throws IOException {
    return elasticsearch.indices().exists(e -> e.index(INDEX)).value();
  }

  /** The index that an earlier run filled. */
  static Baseline asItIs(ElasticsearchClient elasticsearch) {
    return new Baseline(elasticsearch);
  }

  private static void send(ElasticsearchClient elasticsearch, BulkRequest.Builder bulk)
      throws IOException {
    BulkResponse response = elasticsearch.bulk(bulk.build());
    if (response.errors()) {
      throw new IOException("Elasticsearch refused documents of the baseline");
    }
  }

  private static Document document(Invented person, Population population, Papers.Text text) {
    String former = person.formerName();
    return new Document(
        person.id().toString(),
        person.name(),
        former == null ? "" : former,
        person.citizenId().value(),
        person.insuredNumber(),
        population.employers().get(person.employer()),
        text.title(),
        text.content());
  }

  @Override
  public String name() {
    return "elasticsearch multi_match";
  }

  @Override
  public boolean finds(Query query) throws IOException {
    List<String> people =
        elasticsearch
            .search(
                s ->
                    s.index(INDEX)
                        .size(ROWS)
                        .query(
                            q ->
                                q.multiMatch(
                                    m ->
                                        m.query(query.typed())
                                            .type(TextQueryType.BestFields)
                                            .fields(FIELDS))),
                Document.class)
            .hits()
            .hits()
            .stream()
            .map(hit -> hit.source() == null ? "" : hit.source().person())
            .toList();
    Invented meant = query.meant();
    return meant == null ? !people.isEmpty() : people.contains(meant.id().toString());
  }
}
