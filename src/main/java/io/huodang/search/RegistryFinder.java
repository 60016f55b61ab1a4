package io.huodang.search;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is found in PostgreSQL while the index is away: by number, name, sound, employer and storage
 * location. What pages and titles say is known to the index alone. Thread-safe.
 */
@Component
class RegistryFinder {
  /** No statement keeps a connection for longer. */
  private static final int PATIENCE = 1; // seconds

  private final JdbcClient jdbc;

  RegistryFinder(DataSource registry) {
    JdbcTemplate impatient = new JdbcTemplate(registry);
    impatient.setQueryTimeout(PATIENCE);
    this.jdbc = JdbcClient.create(impatient);
  }

  /** Of one search. */
  RegistrySearch search() {
    return new RegistrySearch(jdbc);
  }
}
