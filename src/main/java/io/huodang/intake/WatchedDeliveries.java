package io.huodang.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which batch goes on receiving what, for folders that are watched. */
@Repository
class WatchedDeliveries {
  private final JdbcClient jdbc;

  WatchedDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The batch of a delivery that has not ended, or empty. */
  Optional<UUID> batchOf(String folder, String name) {
    return jdbc.sql(
            """
            select batch_id from watched_delivery
            where folder = :folder and name = :name and ended_at is null
            """)
        .param("folder", folder)
        .param("name", name)
        .query((row, n) -> row.getObject(1, UUID.class))
        .optional();
  }

  @Transactional
  void begin(String folder, String name, UUID batch) {
    jdbc.sql(
            """
            insert into watched_delivery (folder, name, batch_id) values (:folder, :name, :batch)
            """)
        .param("folder", folder)
        .param("name", name)
        .param("batch", batch)
        .update();
  }

  @Transactional
  void touch(UUID batch) {
    jdbc.sql("update watched_delivery set touched_at = now() where batch_id = :batch")
        .param("batch", batch)
        .update();
  }

  @Transactional
  void end(UUID batch) {
    jdbc.sql("update watched_delivery set ended_at = now() where batch_id = :batch")
        .param("batch", batch)
        .update();
  }

  /** Whether nothing has come for that long. */
  boolean isIdle(UUID batch, Duration since) {
    return jdbc.sql(
            """
            select touched_at < now() - make_interval(secs => :seconds)
            from watched_delivery where batch_id = :batch
            """)
        .param("seconds", since.toMillis() / 1000.0)
        .param("batch", batch)
        .query(Boolean.class)
        .single();
  }
}
