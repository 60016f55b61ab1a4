package io.huodang.access;

import io.huodang.audit.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for the length of one request. A controller method takes it as an argument.
 *
 * @param userId the user, also when a token of that user asks
 * @param name the name to sign in with, for example {@code wang.min}
 * @param displayName as colleagues call the person
 * @param rights what may be seen
 * @param address where the request came from, null for the program itself
 */
public record Viewer(
    UUID userId,
    String name,
    String displayName,
    Role role,
    Rights rights,
    @Nullable String address) {

  /** A viewer with the rights that the role alone gives. */
  public static Viewer of(UUID userId, String name, Role role) {
    Rights rights =
        role.seesEverything() ? new Rights.Everything() : new Rights.Granted(java.util.List.of());
    return new Viewer(userId, name, name, role, rights, null);
  }

  /** The same person, as the audit names it. */
  public Actor actor() {
    return new Actor(userId, name, role.word(), address);
  }

  /** Whether the role allows the action; for what a screen offers, never instead of a check. */
  public boolean may(Action action) {
    return role.may(action);
  }
}
