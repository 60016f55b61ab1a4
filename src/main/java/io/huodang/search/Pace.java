package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * How fast a rebuild goes: as fast as it can while nobody searches, on whichever node; else a
 * little at a time with a rest after it, so that who searches hardly notices. Used by one thread.
 */
@Component
class Pace {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final int CLOSED = 400;
  private static final int NOT_FOUND = 404;
  private static final double REST = 1.2; // of the time that was worked

  private final ElasticsearchClient elasticsearch;
  private final List<String> answering;
  private final InstantSource clock;
  private long queries = -1;
  private Instant lookedAt = Instant.EPOCH;
  private Instant searchedAt = Instant.EPOCH;

  @Autowired
  Pace(@Qualifier("writes") ElasticsearchClient elasticsearch, Indices indices) {
    this(elasticsearch, indices, InstantSource.system());
  }

  Pace(ElasticsearchClient elasticsearch, Indices indices, InstantSource clock) {
    this.elasticsearch = elasticsearch;
    this.answering = Arrays.stream(Index.values()).map(indices::alias).toList();
    this.clock = clock;
  }

  /** How many subjects to take at a time. */
  int subjects() throws IOException {
    return isSearched() ? 100 : 500;
  }

  /** How many parts may be on their way at a time. */
  int parts() throws IOException {
    return isSearched() ? 1 : 3;
  }

  /** Leaves the index to who searches, for a little longer than it was worked on. */
  void rest(Duration worked) throws IOException, InterruptedException {
    if (isSearched()) {
      Thread.sleep(Duration.ofMillis((long) (worked.toMillis() * REST)));
    }
  }

  /** Whether anybody searched in the last seconds; so it is said until that is known. */
  private boolean isSearched() throws IOException {
    Instant now = clock.instant();
    if (!now.isBefore(lookedAt.plus(LOOK))) {
      long total = queries();
      if (queries < 0) {
        searchedAt = now.minus(QUIET).plus(LOOK); // The next look will tell.
      } else if (total != queries) {
        searchedAt = now;
      }
      queries = total;
      lookedAt = now;
    }
    return now.isBefore(searchedAt.plus(QUIET));
  }

  /**
   * Queries that the answering indices were ever asked, on all nodes of Elasticsearch; a rebuild
   * asks them none. Without indices that are open PostgreSQL answers, until the rebuild is at its
   * end.
   */
  private long queries() throws IOException {
    try {
      IndexStats total =
          elasticsearch
              .indices()
              .stats(s -> s.index(answering).metric(CommonStatsFlag.Search))
              .all()
              .total();
      return total == null || total.search() == null ? 0 : total.search().queryTotal();
    } catch (ElasticsearchException e) {
      if (e.status() == CLOSED || e.status() == NOT_FOUND) {
        return 0;
      }
      throw new IOException("Elasticsearch does not say how much it is asked", e);
    }
  }
}
