package io.huodang.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the beginning and the end of a rebuild apart from every projection, on whichever node: what
 * was projected before is seen by who fills, what is projected after is written to both
 * generations. A lock of the registry, which ends with its transaction.
 */
@Component
class RebuildLock {
  private static final long KEY = 0x72656275696cL;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RebuildLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What is done under the lock. */
  @FunctionalInterface
  interface Work<T> {
    T take() throws IOException;
  }

  /** With others who project, while no rebuild begins or ends. */
  <T> T shared(Work<T> work) throws IOException {
    return under("select pg_advisory_xact_lock_shared(:key)", work);
  }

  /** While nobody projects. */
  <T> T alone(Work<T> work) throws IOException {
    return under("select pg_advisory_xact_lock(:key)", work);
  }

  private <T> T under(String lock, Work<T> work) throws IOException {
    try {
      return transaction.execute(
          status -> {
            jdbc.sql(lock).param("key", KEY).query().listOfRows();
            try {
              return work.take();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
