package io.huodang.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What users may see beyond what their role opens to them. Thread-safe. */
@Repository
public class Grants {
  private final JdbcClient jdbc;

  Grants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A batch that a user may see. */
  public record Grant(UUID id, UUID batch, Instant since) {}

  /** Lets a user see a batch and what it holds, from the next request on; once is enough. */
  public boolean giveBatch(UUID user, UUID batch) {
    return jdbc.sql(
                """
                insert into access_grant (user_id, batch_id)
                select :user, :batch
                where not exists (
                  select from access_grant
                  where user_id = :user and batch_id = :batch
                    and fonds_id is null and category_id is null and case_number is null)
                """)
            .param("user", user)
            .param("batch", batch)
            .update()
        == 1;
  }

  /** The batches that were granted to a user, the newest grant first. */
  public List<Grant> batchesOf(UUID user) {
    return jdbc.sql(
            """
            select id, batch_id, created_at from access_grant
            where user_id = :user and batch_id is not null order by id desc
            """)
        .param("user", user)
        .query(
            (row, n) ->
                new Grant(
                    row.getObject("id", UUID.class),
                    row.getObject("batch_id", UUID.class),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Takes a grant back; returns the batch that it named, empty when the user has no such grant. */
  Optional<UUID> take(UUID user, UUID grant) {
    return jdbc.sql(
            "delete from access_grant where id = :grant and user_id = :user returning batch_id")
        .param("grant", grant)
        .param("user", user)
        .query((row, n) -> row.getObject("batch_id", UUID.class))
        .optional();
  }

  /** The grants of a user; one that names nothing, and so would cover everything, is left out. */
  List<Terms> of(UUID user) {
    return jdbc
        .sql(
            "select fonds_id, category_id, batch_id, case_number from access_grant where user_id = :user")
        .param("user", user)
        .query(
            (row, n) ->
                new Terms(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getString(4)))
        .list()
        .stream()
        .filter(grant -> !grant.isBlank())
        .toList();
  }
}
