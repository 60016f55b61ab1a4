package io.huodang.access;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Sha256;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Finds out who someone is: by password once, then by session or token at every request, so that a
 * closed account, a new role or a new password counts at once. Thread-safe.
 */
@Service
public class SignIn {
  private final Users users;
  private final Tokens tokens;
  private final PasswordEncoder encoder;
  private final Audit audit;
  private final String someHash;

  SignIn(Users users, Tokens tokens, PasswordEncoder encoder, Audit audit) {
    this.users = users;
    this.tokens = tokens;
    this.encoder = encoder;
    this.audit = audit;
    this.someHash = encoder.encode("a password that nobody has");
  }

  /**
   * What a session keeps.
   *
   * @param passwordMark tells whether the password is still the one that was given
   */
  public record Session(UUID userId, String passwordMark) implements Serializable {}

  /** Who asks, and whether the password has to be changed first. */
  public record Known(Viewer viewer, boolean mustChange, @Nullable String language) {}

  /**
   * Checks a password. Wrong name, wrong password, resting and closed account look and take the
   * same.
   */
  public Optional<Session> byPassword(String name, String password, @Nullable String address) {
    Optional<Users.Secret> found = users.countAttempt(name);
    boolean right =
        encoder.matches(
            password,
            found
                .map(Users.Secret::passwordHash)
                .filter(hash -> !hash.equals(Users.NO_PASSWORD))
                .orElse(someHash));
    if (found.isEmpty()) {
      audit.recordForGood(AuditEntry.of(Actor.nobody(address), "sign-in").refused());
      return Optional.empty();
    }
    User user = found.get().user();
    Actor actor = new Actor(user.id(), user.name(), user.role().word(), address);
    boolean locked = user.lockedUntil() != null && user.lockedUntil().isAfter(Instant.now());
    if (!right || locked || user.disabledAt() != null) {
      String why = locked ? "locked" : user.disabledAt() != null ? "disabled" : "password";
      audit.recordForGood(AuditEntry.of(actor, "sign-in").with("why", why).refused());
      return Optional.empty();
    }
    users.forgetAttempts(user.id());
    audit.recordForGood(AuditEntry.of(actor, "sign-in"));
    return Optional.of(new Session(user.id(), mark(found.get().passwordHash())));
  }

  /** Who the session belongs to, if it still counts. */
  public Optional<Known> bySession(Session session, @Nullable String address) {
    return users
        .secret(session.userId())
        .filter(secret -> secret.user().disabledAt() == null)
        .filter(secret -> mark(secret.passwordHash()).equals(session.passwordMark()))
        .map(secret -> known(secret.user(), address));
  }

  /** Who the token belongs to, if it still counts. */
  public Optional<Known> byToken(String secret, @Nullable String address) {
    return tokens
        .valid(secret)
        .flatMap(
            token -> {
              tokens.noteUse(token);
              return users.find(token.userId());
            })
        .filter(user -> user.disabledAt() == null)
        .map(user -> new Known(users.viewer(user, address), false, user.language()));
  }

  /** The session that goes on after its owner has changed the password. */
  public Session renewed(UUID userId) {
    return new Session(userId, mark(users.secret(userId).orElseThrow().passwordHash()));
  }

  /** Whether this is the user's password; for changing it. */
  public boolean isPassword(UUID userId, String password) {
    return users
        .secret(userId)
        .filter(secret -> encoder.matches(password, secret.passwordHash()))
        .isPresent();
  }

  private Known known(User user, @Nullable String address) {
    return new Known(users.viewer(user, address), user.mustChange(), user.language());
  }

  private static String mark(String passwordHash) {
    return Sha256.ofContent(passwordHash.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
