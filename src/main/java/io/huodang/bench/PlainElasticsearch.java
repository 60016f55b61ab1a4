package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a crawler gives: papers in fields that are analysed as Elasticsearch does unless told
 * otherwise, asked with {@code multi_match}.
 */
final class PlainElasticsearch implements QualityTarget {
  private static final String INDEX = "plain-papers";
  private static final int AT_ONCE = 2_000;

  /** Enough papers for twenty people. */
  private static final int ROWS = 120;

  private final ElasticsearchClient elasticsearch;

  private PlainElasticsearch(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  static PlainElasticsearch filled(ElasticsearchClient elasticsearch, List<PlainPapers> papers)
      throws IOException {
    elasticsearch.indices().delete(d -> d.index(INDEX).ignoreUnavailable(true));
    elasticsearch
        .indices()
        .create(
            c ->
                c.index(INDEX)
                    .mappings(
                        m -> {
                          PlainPapers.FIELDS.forEach(
                              field -> m.properties(field, p -> p.text(t -> t)));
                          return m.properties("item", p -> p.keyword(k -> k))
                              .properties("subject", p -> p.keyword(k -> k));
                        }));
    for (int from = 0; from < papers.size(); from += AT_ONCE) {
      BulkRequest.Builder bulk = new BulkRequest.Builder();
      for (PlainPapers paper : papers.subList(from, Math.min(papers.size(), from + AT_ONCE))) {
        bulk.operations(o -> o.index(i -> i.index(INDEX).document(paper)));
      }
      if (elasticsearch.bulk(bulk.build()).errors()) {
        throw new IOException("Elasticsearch refused papers of the baseline");
      }
    }
    elasticsearch.indices().refresh(r -> r.index(INDEX));
    return new PlainElasticsearch(elasticsearch);
  }

  @Override
  public String name() {
    return "multi_match";
  }

  @Override
  public QualityAnswer answer(String typed) throws IOException {
    return PlainPapers.answer(
        elasticsearch
            .search(
                s ->
                    s.index(INDEX)
                        .size(ROWS)
                        .source(f -> f.filter(i -> i.includes("item", "subject")))
                        .query(
                            q ->
                                q.multiMatch(
                                    m ->
                                        m.query(typed)
                                            .type(TextQueryType.BestFields)
                                            .fields(PlainPapers.FIELDS))),
                Map.class)
            .hits()
            .hits()
            .stream()
            .map(hit -> Objects.requireNonNull(hit.source()))
            .map(
                source ->
                    new PlainPapers.Hit(
                        String.valueOf(source.get("item")), String.valueOf(source.get("subject"))))
            .toList());
  }
}
