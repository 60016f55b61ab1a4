package io.huodang.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How often someone tried to sign in with a wrong password. Thread-safe. */
@Repository
class Attempts {
  private final JdbcClient jdbc;
  private final AccessSettings settings;

  Attempts(JdbcClient jdbc, AccessSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Counts an attempt before the password is looked at, so that no flood of guesses slips by. */
  @Transactional
  Optional<Users.WithPassword> count(String name) {
    return jdbc.sql(
            """
            update app_user set
              failed_attempts = case when locked_until <= now() then 1 else failed_attempts + 1 end,
              locked_until = case
                when locked_until > now() then locked_until
                when (case when locked_until <= now() then 1 else failed_attempts + 1 end) > :allowed
                then now() + make_interval(secs => :seconds) end
            where name = :name
            returning %s, password_hash
            """
                .formatted(Users.COLUMNS))
        .param("allowed", settings.failuresBeforeLock())
        .param("seconds", settings.lockedFor().toSeconds())
        .param("name", name)
        .query(
            (row, n) -> new Users.WithPassword(Users.user(row, n), row.getString("password_hash")))
        .optional();
  }

  /** Takes as long as {@link #count} does for a name that there is. */
  @Transactional
  void countNobodys() {
    jdbc.sql("update app_user set failed_attempts = 0 where password_hash = :none")
        .param("none", Users.NO_PASSWORD)
        .update();
  }

  /** A right password, or an administrator, wipes the slate. */
  void forget(UUID id) {
    jdbc.sql("update app_user set failed_attempts = 0, locked_until = null where id = :id")
        .param("id", id)
        .update();
  }
}
