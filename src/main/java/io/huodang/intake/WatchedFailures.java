package io.huodang.intake;

import io.huodang.vocabulary.Reason;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files that lie in watched folders and could not be taken in. */
@Repository
public class WatchedFailures {
  private final JdbcClient jdbc;

  WatchedFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Remembers why a file could not be taken in.
   *
   * @param path below the folder
   * @param batch that it would have come with
   */
  @Transactional
  void put(String folder, String path, UUID batch, Reason reason) {
    jdbc.sql(
            """
            insert into watched_failure (folder, path, batch_id, reason_code, reason_text)
            values (:folder, :path, :batch, :code, :text)
            on conflict (folder, path) do update
            set batch_id = excluded.batch_id, reason_code = excluded.reason_code,
                reason_text = excluded.reason_text, failed_at = now(),
                dismissed_at = null, dismissed_by = null
            """)
        .param("folder", folder)
        .param("path", path)
        .param("batch", batch)
        .param("code", reason.code())
        .param("text", reason.text())
        .update();
  }

  /**
   * Forgets what is no failure any more: the file is gone or was taken in, or its note was removed.
   *
   * @param failed paths of the folder's files that have a note
   */
  @Transactional
  void keepOnly(String folder, Collection<String> failed) {
    jdbc.sql(
            """
            delete from watched_failure
            where folder = :folder and not (path = any(cast(:failed as text[])))
            """)
        .param("folder", folder)
        .param("failed", failed.toArray(String[]::new))
        .update();
  }

  /**
   * Says that a person has seen to it.
   *
   * @param batch that the file would have come with
   * @return whether nobody had before
   */
  @Transactional
  public boolean dismiss(UUID id, UUID batch, UUID user) {
    return jdbc.sql(
                """
                update watched_failure set dismissed_at = now(), dismissed_by = :user
                where id = :id and batch_id = :batch and dismissed_at is null
                """)
            .param("id", id)
            .param("batch", batch)
            .param("user", user)
            .update()
        > 0;
  }
}
