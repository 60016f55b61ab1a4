package io.huodang.access;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Finds out who someone is: by password once, then by session or token at every request, so that a
 * closed account, a new role or a new password counts at once. Thread-safe.
 */
@Service
public class SignIn {
  private static final int NOTED_ANEW = 30; // seconds

  private final Users users;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Attempts attempts;
  private final PasswordEncoder encoder;
  private final Audit audit;
  private final Addresses addresses;
  private final String someHash;

  @Autowired
  SignIn(
      Users users,
      Sessions sessions,
      Tokens tokens,
      Attempts attempts,
      PasswordEncoder encoder,
      Audit audit,
      AccessSettings settings) {
    this(
        users,
        sessions,
        tokens,
        attempts,
        encoder,
        audit,
        new Addresses(settings, Clock.systemUTC()));
  }

  SignIn(
      Users users,
      Sessions sessions,
      Tokens tokens,
      Attempts attempts,
      PasswordEncoder encoder,
      Audit audit,
      Addresses addresses) {
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.attempts = attempts;
    this.encoder = encoder;
    this.audit = audit;
    this.addresses = addresses;
    this.someHash = encoder.encode("a password that nobody has");
  }

  /**
   * Who asks, and whether the password has to be changed first.
   *
   * @param sessionId null when a token asks
   */
  public record Known(
      Viewer viewer, boolean mustChange, @Nullable String language, @Nullable UUID sessionId) {}

  /**
   * Checks a password and begins a session. Wrong name, wrong password, resting account or address
   * and closed account look and take the same: each compares a hash and writes a row.
   */
  public Optional<Sessions.Begun> byPassword(String name, String password, From from) {
    boolean rests = addresses.rests(from.address());
    Optional<Users.WithPassword> found = rests ? Optional.empty() : attempts.count(name);
    if (found.isEmpty()) {
      attempts.countNobodys();
    }
    boolean right = isRight(found, password);
    if (found.isEmpty()) {
      return refuse(Actor.nobody(from.address()), rests ? "address" : "name", from);
    }
    User user = found.get().user();
    Actor actor = new Actor(user.id(), user.name(), user.role().word(), from.address());
    boolean locked = user.lockedUntil() != null && user.lockedUntil().isAfter(Instant.now());
    if (!right || locked || user.disabledAt() != null) {
      return refuse(
          actor, locked ? "locked" : user.disabledAt() != null ? "closed" : "password", from);
    }
    Optional<Sessions.Begun> begun = sessions.begin(user.id(), found.get().passwordHash(), from);
    if (begun.isEmpty()) {
      return refuse(actor, "changed", from);
    }
    attempts.forget(user.id());
    audit.recordForGood(AuditEntry.of(actor, "sign-in").about("session", begun.get().id()));
    return begun;
  }

  private Optional<Sessions.Begun> refuse(Actor actor, String why, From from) {
    addresses.failed(from.address());
    audit.recordForGood(AuditEntry.of(actor, "sign-in").with("why", why).refused());
    return Optional.empty();
  }

  /** So long that it is to be noted again; the registry's clock has the last word. */
  private static boolean isLongAgo(Instant seen) {
    return seen.isBefore(Instant.now().minusSeconds(NOTED_ANEW));
  }

  /** Who the session belongs to, if it still counts. */
  public Optional<Known> bySession(String secret, @Nullable String address) {
    return sessions
        .valid(secret)
        .flatMap(
            session -> {
              if (isLongAgo(session.lastSeenAt())) {
                sessions.noteUse(session);
              }
              return users
                  .find(session.userId())
                  .filter(user -> user.disabledAt() == null)
                  .map(
                      user ->
                          new Known(
                              users.viewer(user, address),
                              user.mustChange(),
                              user.language(),
                              session.id()));
            });
  }

  /** Who the token belongs to, if it still counts. */
  public Optional<Known> byToken(String secret, @Nullable String address) {
    return tokens
        .valid(secret)
        .flatMap(
            token -> {
              if (token.lastUsedAt() == null || isLongAgo(token.lastUsedAt())) {
                tokens.noteUse(token);
              }
              return users.find(token.userId());
            })
        .filter(user -> user.disabledAt() == null)
        .map(user -> new Known(users.viewer(user, address), false, user.language(), null));
  }

  /** The session that goes on after its owner has changed the password, which ended the others. */
  public Sessions.Begun renew(UUID userId, From from) {
    String hash = users.withPassword(userId).orElseThrow().passwordHash();
    return sessions.begin(userId, hash, from).orElseThrow();
  }

  /**
   * Whether this is the user's password; for changing it. Wrong ones count as at the sign-in, so
   * that nobody guesses at a screen that was left open.
   */
  public boolean isPassword(Viewer viewer, String password) {
    Optional<Users.WithPassword> counted = attempts.count(viewer.name());
    Instant rest = counted.map(Users.WithPassword::user).map(User::lockedUntil).orElse(null);
    boolean right = isRight(counted, password) && (rest == null || rest.isBefore(Instant.now()));
    if (right) {
      attempts.forget(viewer.userId());
    }
    return right;
  }

  private boolean isRight(Optional<Users.WithPassword> account, String password) {
    return encoder.matches(
        password,
        account
            .map(Users.WithPassword::passwordHash)
            .filter(hash -> !hash.equals(Users.NO_PASSWORD))
            .orElse(someHash));
  }
}
