package io.huodang.preservation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How well a loss is provided for: backups that were made, and manifests that wait. */
@Repository
public class Backups {
  private final JdbcClient jdbc;

  Backups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the last whole backup came to its end; empty when there never was any. */
  public Optional<Instant> last() {
    return jdbc.sql("select made_at from backup order by made_at desc limit 1")
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /** How many changes are not described in the vault yet. */
  public long changesNotDescribed() {
    return jdbc.sql("select count(*) from manifest_due").query(Long.class).single();
  }
}
