package io.huodang.access;

import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues tokens to machines and revokes them, on record. Thread-safe. */
@Service
public class Issuing {
  private static final int LONGEST_NAME = 100;

  private final Tokens tokens;
  private final Users users;
  private final Audit audit;

  Issuing(Tokens tokens, Users users, Audit audit) {
    this.tokens = tokens;
    this.users = users;
    this.audit = audit;
  }

  /**
   * A token that acts as a user, with that user's rights at the time of each call.
   *
   * @param expiresAt when it stops working by itself; null: never
   * @throws Refusal {@code bad-name}, {@code bad-expiry}, {@code no-such-user}, {@code
   *     account-closed}
   */
  @Transactional
  public Tokens.Made issue(Viewer by, UUID actsAs, String name, @Nullable Instant expiresAt) {
    String purpose = name.strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST_NAME) {
      throw new Refusal(
          "bad-name", "A token needs a name of up to %d characters.".formatted(LONGEST_NAME));
    }
    if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
      throw new Refusal("bad-expiry", "The token would have expired already.");
    }
    User user =
        users
            .find(actsAs)
            .orElseThrow(() -> new Refusal("no-such-user", "There is no such account."));
    if (user.disabledAt() != null) {
      throw new Refusal("account-closed", "The account is closed; open it first.");
    }
    Tokens.Made made = tokens.make(actsAs, purpose, expiresAt);
    audit.record(
        AuditEntry.of(by.actor(), "make-token")
            .about("token", made.token().id())
            .with("acts-as", user.name())
            .with("name", purpose));
    return made;
  }

  /**
   * Ends a token at once.
   *
   * @throws Refusal {@code no-such-token}
   */
  @Transactional
  public void revoke(Viewer by, UUID id) {
    if (!tokens.revoke(id)) {
      throw noSuchToken();
    }
    audit.record(AuditEntry.of(by.actor(), "revoke-token").about("token", id));
  }

  /**
   * Ends a token that acts as the viewer.
   *
   * @throws Refusal {@code no-such-token}, also when it acts as someone else
   */
  @Transactional
  public void revokeOwn(Viewer by, UUID id) {
    if (tokens.of(by.userId()).stream().noneMatch(token -> token.id().equals(id))) {
      throw noSuchToken();
    }
    revoke(by, id);
  }

  private static Refusal noSuchToken() {
    return new Refusal("no-such-token", "There is no such token that still works.");
  }
}
