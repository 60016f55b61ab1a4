package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a crawler gives: an index of its own, one document a paper, its fields analysed as
 * Elasticsearch does unless told otherwise, asked with {@code multi_match}.
 *
 * @param texts fields that are asked
 * @param keys fields that say what was found
 */
record PlainIndex(
    ElasticsearchClient elasticsearch, String name, List<String> texts, List<String> keys) {
  private static final int AT_ONCE = 1_000;

  /** Whether it was filled before. */
  boolean isFilled() throws IOException {
    return elasticsearch.indices().exists(e -> e.index(name)).value();
  }

  /** Makes it anew of these documents. */
  void fill(Iterator<?> documents) throws IOException {
    elasticsearch.indices().delete(d -> d.index(name).ignoreUnavailable(true));
    elasticsearch
        .indices()
        .create(
            c ->
                c.index(name)
                    .mappings(
                        m -> {
                          texts.forEach(field -> m.properties(field, p -> p.text(t -> t)));
                          keys.forEach(field -> m.properties(field, p -> p.keyword(k -> k)));
                          return m;
                        }));
    List<Object> some = new ArrayList<>();
    while (documents.hasNext()) {
      some.add(documents.next());
      if (some.size() == AT_ONCE || !documents.hasNext()) {
        send(some);
        some.clear();
      }
    }
    elasticsearch.indices().refresh(r -> r.index(name));
  }

  private void send(List<Object> documents) throws IOException {
    BulkRequest.Builder bulk = new BulkRequest.Builder();
    for (Object document : documents) {
      bulk.operations(o -> o.index(i -> i.index(name).document(document)));
    }
    if (elasticsearch.bulk(bulk.build()).errors()) {
      throw new IOException("Elasticsearch refused documents of a baseline");
    }
  }

  /** The keys of what is found, the best first; the documents come with all that they say. */
  List<Map<String, String>> find(String typed, int rows) throws IOException {
    return elasticsearch
        .search(
            s ->
                s.index(name)
                    .size(rows)
                    .query(
                        q ->
                            q.multiMatch(
                                m -> m.query(typed).type(TextQueryType.BestFields).fields(texts))),
            Map.class)
        .hits()
        .hits()
        .stream()
        .map(hit -> keysOf(Objects.requireNonNull(hit.source())))
        .toList();
  }

  private Map<String, String> keysOf(Map<?, ?> source) {
    return keys.stream()
        .collect(Collectors.toMap(key -> key, key -> String.valueOf(source.get(key))));
  }
}
