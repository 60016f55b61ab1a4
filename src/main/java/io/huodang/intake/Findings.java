package io.huodang.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What someone should know of deliveries. */
@Repository
public class Findings {
  private final JdbcClient jdbc;

  Findings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a finding; one that is there already is not noted twice. */
  @Transactional
  public void add(UUID batchId, Finding finding) {
    jdbc.sql(
            """
            insert into finding (batch_id, code, text)
            select :batch, :code, :text
            where not exists (
              select from finding
              where batch_id = :batch and code = :code and text = :text and settled_at is null)
            """)
        .param("batch", batchId)
        .param("code", finding.code())
        .param("text", finding.text())
        .update();
  }

  /** The open findings of a batch, oldest first; of a file, its path is the text. */
  public List<Finding> ofBatch(UUID batchId, int limit) {
    return jdbc.sql(
            """
            select n.code, coalesce(f.path, n.text) as text from finding n
            left join scan_file f on f.id = n.scan_file_id
            where n.batch_id = :batch and n.settled_at is null
            order by n.id limit :limit
            """)
        .param("batch", batchId)
        .param("limit", limit)
        .query((row, n) -> new Finding(row.getString("code"), row.getString("text")))
        .list();
  }
}
