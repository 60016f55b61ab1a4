package io.huodang.catalog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks on what has no row yet, held to the end of the transaction. */
final class AdvisoryLocks {
  private AdvisoryLocks() {}

  /** Takes them in one order, whatever order they are named in. */
  static void take(JdbcClient jdbc, List<String> keys) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(key) from (
              select distinct hashtextextended(name, 0) as key
              from unnest(cast(:keys as text[])) as name order by key) in_order
            """)
        .param("keys", keys.toArray(String[]::new))
        .query()
        .listOfRows();
  }
}
