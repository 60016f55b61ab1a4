package io.huodang.bench;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The indexing of what was written into a service's registry. */
final class Indexing {
  private static final int PAUSE = 2_000; // milliseconds

  private Indexing() {}

  /**
   * Waits until the service has indexed all that it will.
   *
   * @param progress hears how much is left
   */
  static void awaitEnd(JdbcClient registry, Consumer<String> progress) throws InterruptedException {
    for (long left = left(registry); left > 0; left = left(registry)) {
      progress.accept("Indexing, %d people and papers left".formatted(left));
      Thread.sleep(PAUSE);
    }
  }

  private static long left(JdbcClient registry) {
    return registry
        .sql(
            """
            select count(*) from ledger
            where step = 'index' and state not in ('done', 'quarantined')
            """)
        .query(Long.class)
        .single();
  }
}
