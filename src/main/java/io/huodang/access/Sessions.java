package io.huodang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The browsers in which people are signed in: like tokens, but short-lived and begun by a password.
 * They stand in the registry, so that a restart throws nobody out. Thread-safe.
 */
@Repository
public class Sessions {
  private static final String COLUMNS = "id, user_id, address, browser, created_at, last_seen_at";
  private static final String WORKS =
      """
       ended_at is null
       and last_seen_at > now() - make_interval(secs => :idle)
       and created_at > now() - make_interval(secs => :longest)
      """;

  private final JdbcClient jdbc;
  private final AccessSettings settings;

  Sessions(JdbcClient jdbc, AccessSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** A new session and its secret, for the browser's cookie. */
  public record Begun(UUID id, String secret) {
    @Override
    public String toString() {
      return "session " + id;
    }
  }

  /**
   * Begins a session, unless the account was closed or its password changed since it was looked at.
   */
  Optional<Begun> begin(UUID user, String passwordHash, From from) {
    jdbc.sql(
            """
            delete from user_session where user_id = :user and last_seen_at < now() - interval '30 days'
            """)
        .param("user", user)
        .update();
    String secret = Secret.random();
    return jdbc.sql(
            """
            insert into user_session (user_id, secret_hash, address, browser)
            select id, :hash, :address, :browser from app_user
            where id = :user and password_hash = :passwordHash and disabled_at is null
            for share
            returning id
            """)
        .param("user", user)
        .param("passwordHash", passwordHash)
        .param("hash", Secret.hash(secret))
        .param("address", from.address())
        .param("browser", from.browser())
        .query((row, n) -> new Begun(row.getObject("id", UUID.class), secret))
        .optional();
  }

  /** The session of that secret, if it has not ended and was seen lately. */
  Optional<Session> valid(String secret) {
    return jdbc.sql(
            "select %s from user_session where secret_hash = :hash and %s"
                .formatted(COLUMNS, WORKS))
        .param("hash", Secret.hash(secret))
        .param("idle", settings.sessionIdle().toSeconds())
        .param("longest", settings.sessionLongest().toSeconds())
        .query(Sessions::session)
        .optional();
  }

  /** Remembers that a session is in use, to the minute: not a write for every picture. */
  void noteUse(Session session) {
    jdbc.sql(
            """
            update user_session set last_seen_at = now()
            where id = :id and last_seen_at < now() - interval '1 minute'
            """)
        .param("id", session.id())
        .update();
  }

  /** The sessions of a user that still work, the newest first. */
  public List<Session> of(UUID user) {
    return jdbc.sql(
            "select %s from user_session where user_id = :user and %s order by id desc"
                .formatted(COLUMNS, WORKS))
        .param("user", user)
        .param("idle", settings.sessionIdle().toSeconds())
        .param("longest", settings.sessionLongest().toSeconds())
        .query(Sessions::session)
        .list();
  }

  /** Ends a session at once. */
  void end(UUID id) {
    jdbc.sql("update user_session set ended_at = now() where id = :id and ended_at is null")
        .param("id", id)
        .update();
  }

  /** Ends every session of a user but one; returns how many. */
  int endOthers(UUID user, UUID but) {
    return jdbc.sql(
            """
            update user_session set ended_at = now()
            where user_id = :user and id <> :but and ended_at is null
            """)
        .param("user", user)
        .param("but", but)
        .update();
  }

  private static Session session(ResultSet row, int n) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("address"),
        row.getString("browser"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
  }
}
