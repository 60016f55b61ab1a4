package io.huodang.catalog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The fonds that the registry knows. Thread-safe. */
@Repository
public class AllFonds {
  private final JdbcClient jdbc;

  AllFonds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The fonds, or empty when there is none of that id. */
  public Optional<Fonds> find(UUID id) {
    return jdbc.sql("select number, name from fonds where id = :id")
        .param("id", id)
        .query((row, n) -> new Fonds(row.getString("number"), row.getString("name")))
        .optional();
  }
}
