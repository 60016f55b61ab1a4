package io.huodang.access.web;

import io.huodang.access.User;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as screens show it.
 *
 * @param lastSeen when a session or token of it was last used; null: never
 */
public record UserRow(User user, @Nullable Instant lastSeen) {

  public UUID id() {
    return user.id();
  }

  public String name() {
    return user.name();
  }

  public String displayName() {
    return user.displayName();
  }

  public String role() {
    return user.role().word();
  }

  public boolean mustChange() {
    return user.mustChange();
  }

  public boolean seesEverything() {
    return user.role().seesEverything();
  }

  /** {@code program}, {@code closed}, {@code locked} or {@code open}. */
  public String state() {
    return user.state(Instant.now());
  }

  public ZonedDateTime createdAt() {
    return here(user.createdAt());
  }

  public @Nullable ZonedDateTime lastSeenAt() {
    return lastSeen == null ? null : here(lastSeen);
  }

  /** In the time zone of the agency's machine. */
  static ZonedDateTime here(Instant time) {
    return time.atZone(ZoneId.systemDefault());
  }
}
