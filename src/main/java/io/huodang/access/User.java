package io.huodang.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, without its password.
 *
 * @param name to sign in with
 * @param mustChange whether the password has to be changed before anything else
 * @param language {@code zh} or {@code en}, null: as the browser asks
 * @param program whether the program itself acts under it, and nobody signs in by password
 */
public record User(
    UUID id,
    String name,
    String displayName,
    Role role,
    boolean mustChange,
    @Nullable String language,
    boolean program,
    @Nullable Instant lockedUntil,
    @Nullable Instant disabledAt,
    Instant createdAt) {

  /** {@code program}, {@code closed}, {@code locked} or {@code open}. */
  public String state(Instant now) {
    if (program) {
      return "program";
    }
    if (disabledAt != null) {
      return "closed";
    }
    return lockedUntil != null && lockedUntil.isAfter(now) ? "locked" : "open";
  }
}
