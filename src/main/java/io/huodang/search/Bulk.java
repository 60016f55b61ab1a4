package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Documents on their way into the index, a thousand at a time. Used by one thread. */
final class Bulk {
  private static final int AT_ONCE = 1_000;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final Map<String, Boolean> TOMBSTONE = Map.of("removed", true);

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;
  private final Set<Generation> generations;
  private final List<BulkOperation> operations = new ArrayList<>();
  private final List<Owner> owners = new ArrayList<>();
  private final Set<Index> touched = EnumSet.noneOf(Index.class);
  private final Map<UUID, String> failed = new HashMap<>();

  /** Whose an operation is, and where it goes. */
  private record Owner(Subject subject, Generation generation) {}

  /**
   * Into some generations of the indices.
   *
   * @param generations each of which gets every document
   */
  Bulk(ElasticsearchClient elasticsearch, Indices indices, Set<Generation> generations) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.generations = generations;
  }

  /** Writes a document, unless a newer one stands there. */
  void put(Subject subject, Index index, String id, Object document) throws IOException {
    for (Generation generation : generations) {
      operations.add(
          BulkOperation.of(
              b ->
                  b.index(
                      i ->
                          i.index(indices.alias(index, generation))
                              .id(id)
                              .version(subject.revision())
                              .versionType(VersionType.ExternalGte)
                              .document(document))));
      owners.add(new Owner(subject, generation));
    }
    touched.add(index);
    if (operations.size() >= AT_ONCE) {
      flush();
    }
  }

  /** Writes in a document's place that it is gone: a late older write cannot bring it back. */
  void bury(Subject subject, Index index, String id) throws IOException {
    put(subject, index, id, TOMBSTONE);
  }

  /**
   * Writes the rest and lets all of it be found.
   *
   * @return ids of the subjects of which a document was refused, with the reason
   */
  Map<UUID, String> finish() throws IOException {
    flush();
    if (!touched.isEmpty() && generations.contains(Generation.PRESENT)) {
      try {
        elasticsearch
            .indices()
            .refresh(r -> r.index(touched.stream().map(indices::alias).toList()));
      } catch (ElasticsearchException e) {
        throw new IOException("Elasticsearch does not refresh its indices", e);
      }
    }
    return Map.copyOf(failed);
  }

  private void flush() throws IOException {
    if (operations.isEmpty()) {
      return;
    }
    BulkResponse response;
    try {
      response = elasticsearch.bulk(b -> b.operations(operations).requireAlias(true));
    } catch (ElasticsearchException e) {
      throw new IOException("Elasticsearch does not take a bulk", e);
    }
    for (int i = 0; i < owners.size(); i++) {
      judge(owners.get(i), response.items().get(i));
    }
    operations.clear();
    owners.clear();
  }

  private void judge(Owner owner, BulkResponseItem item) throws IOException {
    ErrorCause error = item.error();
    if (error == null || item.status() == CONFLICT) {
      return; // it stands there, or something newer does
    }
    if (item.status() == NOT_FOUND) {
      if (owner.generation() == Generation.PRESENT) {
        indices.mayBeGone();
      }
      throw new IOException("An index is missing; it is made again before the next attempt");
    }
    if ("index_closed_exception".equals(error.type())) {
      throw new IOException("An index is closed");
    }
    if (item.status() == TOO_MANY && "cluster_block_exception".equals(error.type())) {
      throw new IOException("Elasticsearch takes no writes, its disk is nearly full");
    }
    if (item.status() == TOO_MANY || item.status() >= SERVER_ERROR) {
      throw new IOException("Elasticsearch is overloaded: " + error.type());
    }
    // The type only: the reason quotes the document.
    failed.put(owner.subject().id(), "%s (%d)".formatted(error.type(), item.status()));
  }
}
