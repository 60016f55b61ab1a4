package io.huodang.intake;

import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SheetCorners;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The delivered files of the registry. */
@Repository
public class ScanFiles {
  private final JdbcClient jdbc;

  ScanFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The file under a key of a batch, or empty. */
  public Optional<ScanFile> find(UUID batchId, String key) {
    return jdbc.sql("select * from scan_file where batch_id = :batch and key = :key")
        .param("batch", batchId)
        .param("key", key)
        .query(ScanFiles::file)
        .optional();
  }

  /** The file, or empty when there is none. */
  public Optional<ScanFile> find(UUID id) {
    return jdbc.sql("select * from scan_file where id = :id")
        .param("id", id)
        .query(ScanFiles::file)
        .optional();
  }

  /** Files of a batch in the order of their receipt, from behind {@code after}. */
  public List<ScanFile> ofBatch(UUID batchId, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from scan_file
            where batch_id = :batch and (cast(:after as uuid) is null or id > :after)
            order by id limit :limit
            """)
        .param("batch", batchId)
        .param("after", after)
        .param("limit", limit)
        .query(ScanFiles::file)
        .list();
  }

  /** Files of a batch that have pages of which none stands in an item. */
  public List<ScanFile> withLoosePages(UUID batchId) {
    return jdbc.sql(
            """
            select f.* from scan_file f
            where f.batch_id = :batch and f.kind = 'pages' and not exists (
              select from page p join item_page ip on ip.page_id = p.id where p.scan_file_id = f.id)
            order by f.id
            """)
        .param("batch", batchId)
        .query(ScanFiles::file)
        .list();
  }

  /**
   * Adds a file unless its key is taken; counts it in the same transaction.
   *
   * @return the new file's id, or empty when the key is taken
   */
  @Transactional
  Optional<UUID> add(
      UUID batchId,
      String key,
      String path,
      Sha256 sha256,
      long size,
      @Nullable SheetCorners corners,
      UUID receivedBy) {
    Optional<UUID> added =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, corners, received_by)
                values (:batch, :key, :path, :sha256, :size, :corners, :user)
                on conflict (batch_id, key) do nothing
                returning id
                """)
            .param("batch", batchId)
            .param("key", key)
            .param("path", path)
            .param("sha256", sha256.bytes())
            .param("size", size)
            .param("corners", corners == null ? null : corners.numbers().toArray(Double[]::new))
            .param("user", receivedBy)
            .query(UUID.class)
            .optional();
    added.ifPresent(
        id -> {
          count(batchId);
          findEqualBytes(batchId, id, sha256);
        });
    return added;
  }

  /**
   * Records what came of opening a file.
   *
   * @param pages 0 for what has none
   */
  @Transactional
  public void opened(UUID id, ScanFile.Kind kind, String mediaType, int pages) {
    jdbc.sql(
            """
            update scan_file
            set state = 'ok', kind = :kind, media_type = :type, pages = :pages,
                reason_code = null, reason_text = null
            where id = :id
            """)
        .param("id", id)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("type", mediaType)
        .param("pages", pages)
        .update();
  }

  /** Marks a file, or one with pages that need a person; its bytes stay in the vault. */
  @Transactional
  public void mark(UUID id, ScanFile.State state, Reason reason) {
    jdbc.sql(
            """
            update scan_file set state = :state, reason_code = :code, reason_text = :text
            where id = :id
            """)
        .param("id", id)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("code", reason.code())
        .param("text", reason.text())
        .update();
  }

  /**
   * Says of a flagged or quarantined file that a person has seen to it.
   *
   * @return whether it was waiting for that
   */
  @Transactional
  public boolean settle(UUID id, UUID user) {
    return jdbc.sql(
                """
                update scan_file set settled_at = now(), settled_by = :user
                where id = :id and state in ('flagged', 'quarantined') and settled_at is null
                """)
            .param("id", id)
            .param("user", user)
            .update()
        > 0;
  }

  /** Counts a file; a batch that was sealed meanwhile takes it no more. */
  private void count(UUID batchId) {
    int open =
        jdbc.sql(
                """
                update batch set files_received = files_received + 1
                where id = :batch and state = 'open'
                """)
            .param("batch", batchId)
            .update();
    if (open == 0) {
      throw new BatchIsSealed();
    }
  }

  /** Equal bytes elsewhere share storage; that is worth knowing and never merged. */
  private void findEqualBytes(UUID batchId, UUID id, Sha256 sha256) {
    jdbc.sql(
            """
            insert into finding (batch_id, scan_file_id, code, text)
            select :batch, :id, 'equal-bytes', 'The same bytes were delivered before.'
            where exists (select from scan_file where sha256 = :sha256 and id <> :id)
            """)
        .param("batch", batchId)
        .param("id", id)
        .param("sha256", sha256.bytes())
        .update();
  }

  private static ScanFile file(ResultSet row, int n) throws SQLException {
    String code = row.getString("reason_code");
    return new ScanFile(
        row.getObject("id", UUID.class),
        row.getObject("batch_id", UUID.class),
        row.getString("key"),
        row.getString("path"),
        Sha256.of(row.getBytes("sha256")),
        row.getLong("size"),
        ScanFile.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("media_type"),
        ScanFile.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        code == null ? null : new Reason(code, row.getString("reason_text")),
        row.getObject("pages", Integer.class),
        corners(row.getArray("corners")));
  }

  private static @Nullable SheetCorners corners(@Nullable Array numbers) throws SQLException {
    return numbers == null
        ? null
        : SheetCorners.of(List.of((Double[]) numbers.getArray())).orElseThrow();
  }
}
