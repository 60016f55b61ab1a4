package io.huodang.access.web;

import io.huodang.access.Token;
import io.huodang.access.User;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as screens show it.
 *
 * @param actsAs name of the user as whom it acts
 * @param state {@code works}, {@code expired}, {@code revoked}, or {@code closed} with its account
 */
public record TokenRow(
    UUID id,
    String name,
    String actsAs,
    String role,
    String state,
    ZonedDateTime createdAt,
    @Nullable ZonedDateTime expiresAt,
    @Nullable ZonedDateTime lastUsedAt) {

  static TokenRow of(Token token, User user) {
    return new TokenRow(
        token.id(),
        token.name(),
        user.name(),
        user.role().word(),
        state(token, user),
        UserRow.here(token.createdAt()),
        here(token.expiresAt()),
        here(token.lastUsedAt()));
  }

  private static String state(Token token, User user) {
    if (token.revokedAt() != null) {
      return "revoked";
    }
    if (token.expiresAt() != null && !token.expiresAt().isAfter(Instant.now())) {
      return "expired";
    }
    return user.disabledAt() != null ? "closed" : "works";
  }

  private static @Nullable ZonedDateTime here(@Nullable Instant time) {
    return time == null ? null : UserRow.here(time);
  }
}
