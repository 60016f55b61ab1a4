package io.huodang.access;

import java.util.List;
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

  /** Lets a user see a batch and what it holds, from the next request on. */
  public void giveBatch(UUID user, UUID batch) {
    jdbc.sql("insert into access_grant (user_id, batch_id) values (:user, :batch)")
        .param("user", user)
        .param("batch", batch)
        .update();
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
