package io.huodang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of machines; of a secret only its SHA-256 is kept. Thread-safe. */
@Repository
public class Tokens {
  private static final String PREFIX = "hd_";
  private static final String COLUMNS =
      "id, user_id, name, created_at, expires_at, last_used_at, revoked_at";

  private final JdbcClient jdbc;

  Tokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new token and its secret, which nobody can be told a second time. */
  public record Made(Token token, String secret) {}

  public Made make(UUID userId, String name, @Nullable Instant expiresAt) {
    String secret = PREFIX + Secret.random();
    Token token =
        jdbc.sql(
                """
                insert into access_token (user_id, name, secret_hash, expires_at)
                values (:user, :name, :hash, :expires) returning %s
                """
                    .formatted(COLUMNS))
            .param("user", userId)
            .param("name", name)
            .param("hash", Secret.hash(secret))
            .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
            .query(Tokens::token)
            .single();
    return new Made(token, secret);
  }

  /** The token of that secret, if it is neither revoked nor expired. */
  Optional<Token> valid(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select %s from access_token
            where secret_hash = :hash and revoked_at is null and (expires_at is null or expires_at > now())
            """
                .formatted(COLUMNS))
        .param("hash", Secret.hash(secret))
        .query(Tokens::token)
        .optional();
  }

  /** Remembers that a token is in use, to the minute: not a write for every call. */
  void noteUse(Token token) {
    jdbc.sql(
            """
            update access_token set last_used_at = now()
            where id = :id and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """)
        .param("id", token.id())
        .update();
  }

  /** Every token, newest first, revoked ones too. */
  public List<Token> all() {
    return jdbc.sql("select " + COLUMNS + " from access_token order by id desc")
        .query(Tokens::token)
        .list();
  }

  /** The tokens that act as a user and still work, newest first. */
  public List<Token> of(UUID user) {
    return jdbc.sql(
            """
            select %s from access_token
            where user_id = :user and revoked_at is null and (expires_at is null or expires_at > now())
            order by id desc
            """
                .formatted(COLUMNS))
        .param("user", user)
        .query(Tokens::token)
        .list();
  }

  /** Ends a token at once; false when there is none of that id that still works. */
  public boolean revoke(UUID id) {
    return jdbc.sql(
                "update access_token set revoked_at = now() where id = :id and revoked_at is null")
            .param("id", id)
            .update()
        == 1;
  }

  private static Token token(ResultSet row, int n) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
