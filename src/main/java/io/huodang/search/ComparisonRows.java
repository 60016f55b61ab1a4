package io.huodang.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code index_comparison}: one row a comparison, one of them under way at most. */
@Repository
class ComparisonRows {
  private final JdbcClient jdbc;
  private final String owner = UUID.randomUUID().toString();

  ComparisonRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the comparison that is under way for this node, unless another node is at it, or begins
   * the next one when it is due.
   *
   * @param every counted from the end of the last one, or from the agency's first day
   */
  Optional<IndexComparison> take(Duration every) {
    jdbc.sql(
            """
            insert into index_comparison (owner)
            select :owner
            where coalesce((select max(finished_at) from index_comparison),
                           (select min(created_at) from app_user))
                  < now() - make_interval(secs => :every)
            on conflict ((true)) where finished_at is null do nothing
            """)
        .param("owner", owner)
        .param("every", every.toSeconds())
        .update();
    return jdbc.sql(
            """
            update index_comparison set owner = :owner, lease_until = now() + interval '5 minutes'
            where finished_at is null and (owner = :owner or lease_until < now())
            returning *
            """)
        .param("owner", owner)
        .query(ComparisonRows::comparison)
        .optional();
  }

  /** Notes how far it came. */
  void advance(UUID id, UUID reached, int subjects, int differing) {
    jdbc.sql(
            """
            update index_comparison
            set reached = :reached, subjects = subjects + :subjects, differing = differing + :differing,
                lease_until = now() + interval '5 minutes'
            where id = :id and owner = :owner
            """)
        .param("id", id)
        .param("owner", owner)
        .param("reached", reached)
        .param("subjects", subjects)
        .param("differing", differing)
        .update();
  }

  void end(UUID id, int strays) {
    jdbc.sql("update index_comparison set strays = :strays, finished_at = now() where id = :id")
        .param("id", id)
        .param("strays", strays)
        .update();
  }

  /** The one that came to its end last. */
  Optional<IndexComparison> lastDone() {
    return jdbc.sql(
            """
            select * from index_comparison where finished_at is not null
            order by finished_at desc limit 1
            """)
        .query(ComparisonRows::comparison)
        .optional();
  }

  private static IndexComparison comparison(ResultSet row, int n) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new IndexComparison(
        row.getObject("id", UUID.class),
        row.getObject("reached", UUID.class),
        row.getLong("subjects"),
        row.getLong("differing"),
        row.getLong("strays"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
