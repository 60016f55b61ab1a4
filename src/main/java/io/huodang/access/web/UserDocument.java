package io.huodang.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huodang.access.User;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account on the wire.
 *
 * @param state {@code open}, {@code locked} after wrong passwords, {@code closed}, or {@code
 *     program} for the program's own
 * @param mustChange whether its owner still has the first password
 * @param password the first password: only in the answer that made it
 */
record UserDocument(
    UUID id,
    String name,
    String displayName,
    String role,
    String state,
    boolean mustChange,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {

  static UserDocument of(User user) {
    return of(user, null);
  }

  static UserDocument of(User user, @Nullable String password) {
    return new UserDocument(
        user.id(),
        user.name(),
        user.displayName(),
        user.role().word(),
        user.state(Instant.now()),
        user.mustChange(),
        user.createdAt(),
        password);
  }

  /** A password is nothing for a log. */
  @Override
  public String toString() {
    return "user " + id;
  }
}
