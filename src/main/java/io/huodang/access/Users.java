package io.huodang.access;

import io.huodang.vocabulary.Refusal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. Callers record what they change. Thread-safe. */
@Repository
public class Users {
  /** No password has this hash: the account signs in with tokens only. */
  static final String NO_PASSWORD = "none";

  /** Without letters and digits that look alike on paper. */
  private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

  static final String COLUMNS =
      "id, name, display_name, role, must_change, language, password_hash = 'none' as program, locked_until, disabled_at, created_at";

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final AccessSettings settings;
  private final Grants grants;
  private final SecureRandom random = new SecureRandom();

  Users(JdbcClient jdbc, PasswordEncoder encoder, AccessSettings settings, Grants grants) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.settings = settings;
    this.grants = grants;
  }

  /** A new account and the password that its owner has to change at the first sign-in. */
  public record Made(User user, String password) {}

  /** What is known of an account when someone tries to sign in. */
  record WithPassword(User user, String passwordHash) {
    @Override
    public String toString() {
      return "account " + user.id();
    }
  }

  /**
   * Makes an account with a random password.
   *
   * @throws Refusal {@code name-malformed}, {@code name-taken}
   */
  public Made make(String name, String displayName, Role role) {
    String password = randomPassword();
    return new Made(insert(name, displayName, role, encoder.encode(password), true), password);
  }

  /**
   * The administrator who lets the others in; one who was here before is let in again, with a new
   * password.
   */
  @Transactional
  public Made firstAdministrator(String name, String displayName) {
    Optional<User> before = find(name);
    if (before.isEmpty()) {
      return make(name, displayName, Role.ADMINISTRATOR);
    }
    User known = before.get();
    setDisabled(known.id(), false);
    describe(known.id(), known.displayName(), Role.ADMINISTRATOR);
    return new Made(known, resetPassword(known.id()));
  }

  /**
   * The account under which a part of the program acts, made when it is not there yet; nobody signs
   * in with it.
   */
  @Transactional
  public User ofProgram(String name, String displayName, Role role) {
    return find(name).orElseGet(() -> insert(name, displayName, role, NO_PASSWORD, false));
  }

  public Optional<User> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from app_user where id = :id")
        .param("id", id)
        .query(Users::user)
        .optional();
  }

  public Optional<User> find(String name) {
    return jdbc.sql("select " + COLUMNS + " from app_user where name = :name")
        .param("name", name)
        .query(Users::user)
        .optional();
  }

  /** Every account, by name. */
  public List<User> all() {
    return jdbc.sql("select " + COLUMNS + " from app_user order by name").query(Users::user).list();
  }

  /** Gives a new random password, to be changed at the next sign-in; ends every session. */
  @Transactional
  public String resetPassword(UUID id) {
    String password = randomPassword();
    setPassword(id, password, true);
    return password;
  }

  /** Closes or opens an account; a closed one loses its sessions and tokens for good. */
  @Transactional
  public void setDisabled(UUID id, boolean disabled) {
    jdbc.sql(
            "update app_user set disabled_at = case when :disabled then coalesce(disabled_at, now()) end where id = :id")
        .param("disabled", disabled)
        .param("id", id)
        .update();
    if (disabled) {
      endSessions(id);
      jdbc.sql(
              """
              update access_token set revoked_at = now() where user_id = :id and revoked_at is null
              """)
          .param("id", id)
          .update();
    }
  }

  /** Gives another name to be called by, and another role; both count at once. */
  void describe(UUID id, String displayName, Role role) {
    jdbc.sql("update app_user set display_name = :displayName, role = :role where id = :id")
        .param("displayName", displayName)
        .param("role", role.word())
        .param("id", id)
        .update();
  }

  /**
   * The accounts that can administer the house by password, locked to the end of the transaction:
   * of two administrators who close each other at one time, the second waits and is refused.
   */
  List<UUID> lockAdministrators() {
    return jdbc.sql(
            """
            select id from app_user
            where role = 'administrator' and disabled_at is null and password_hash <> :none
            order by id for update
            """)
        .param("none", NO_PASSWORD)
        .query((row, n) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Remembers the language of the screens. */
  public void setLanguage(UUID id, String language) {
    jdbc.sql("update app_user set language = :language where id = :id")
        .param("language", language)
        .param("id", id)
        .update();
  }

  /**
   * Sets the password that someone chose; ends every session.
   *
   * @throws Refusal {@code password-weak}
   */
  @Transactional
  public void choosePassword(User user, String password) {
    if (password.codePointCount(0, password.length()) < settings.shortestPassword()
        || password.toLowerCase(java.util.Locale.ROOT).contains(user.name())
        || password.chars().distinct().count() < 5) {
      throw new Refusal(
          "password-weak",
          "The password needs at least "
              + settings.shortestPassword()
              + " characters, five of them different, and must not contain your name.");
    }
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 72) {
      throw new Refusal("password-long", "The password may have at most 72 bytes.");
    }
    setPassword(user.id(), password, false);
  }

  /** When a session or token of each user was last used; who never signed in is absent. */
  public Map<UUID, Instant> lastSeen() {
    Map<UUID, Instant> seen = new HashMap<>();
    jdbc.sql(
            """
            select user_id, max(at) as at
            from (select user_id, last_seen_at as at from user_session
                  union all select user_id, last_used_at from access_token where last_used_at is not null)
            group by user_id
            """)
        .query(
            row -> {
              seen.put(row.getObject("user_id", UUID.class), instant(row, "at"));
            });
    return seen;
  }

  /** The account with the hash of its password. */
  Optional<WithPassword> withPassword(UUID id) {
    return jdbc.sql("select " + COLUMNS + ", password_hash from app_user where id = :id")
        .param("id", id)
        .query((row, n) -> new WithPassword(user(row, n), row.getString("password_hash")))
        .optional();
  }

  boolean nobodyCanSignIn() {
    return jdbc.sql(
            "select not exists (select from app_user where password_hash <> :none and disabled_at is null)")
        .param("none", NO_PASSWORD)
        .query(Boolean.class)
        .single();
  }

  /** What the viewer of a session or token may see. */
  Viewer viewer(User user, @Nullable String address) {
    Rights rights =
        user.role().seesEverything()
            ? new Rights.Everything()
            : new Rights.Granted(grants.of(user.id()));
    return new Viewer(user.id(), user.name(), user.displayName(), user.role(), rights, address);
  }

  private User insert(String name, String displayName, Role role, String hash, boolean mustChange) {
    if (!name.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
      throw new Refusal(
          "name-malformed",
          "A name to sign in with has 2 to 64 small letters, digits, dots, hyphens or underscores.");
    }
    try {
      return jdbc.sql(
              """
              insert into app_user (name, display_name, role, password_hash, must_change)
              values (:name, :displayName, :role, :hash, :mustChange)
              returning %s
              """
                  .formatted(COLUMNS))
          .param("name", name)
          .param("displayName", displayName)
          .param("role", role.word())
          .param("hash", hash)
          .param("mustChange", mustChange)
          .query(Users::user)
          .single();
    } catch (DuplicateKeyException e) {
      throw new Refusal("name-taken", "There is an account of that name already.", e);
    }
  }

  private void setPassword(UUID id, String password, boolean mustChange) {
    jdbc.sql(
            """
            update app_user
            set password_hash = :hash, must_change = :mustChange, failed_attempts = 0, locked_until = null
            where id = :id
            """)
        .param("hash", encoder.encode(password))
        .param("mustChange", mustChange)
        .param("id", id)
        .update();
    endSessions(id);
  }

  /** After the account was changed and so locked: a session that begins meanwhile is seen. */
  private void endSessions(UUID id) {
    jdbc.sql("update user_session set ended_at = now() where user_id = :id and ended_at is null")
        .param("id", id)
        .update();
  }

  private String randomPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
    }
    return password.toString();
  }

  static User user(ResultSet row, int n) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        Role.ofWord(row.getString("role")).orElseThrow(),
        row.getBoolean("must_change"),
        row.getString("language"),
        row.getBoolean("program"),
        instant(row, "locked_until"),
        instant(row, "disabled_at"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
