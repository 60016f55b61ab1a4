package io.huodang.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id the user, null for the program itself and for someone who is not signed in
 * @param name the user's name, {@code huodang} for the program, {@code nobody} for a stranger
 * @param role the role in which it was done
 * @param address where the request came from, null for the program
 */
public record Actor(@Nullable UUID id, String name, String role, @Nullable String address) {

  /** Huodang itself, acting without anyone's asking. */
  public static Actor program() {
    return new Actor(null, "huodang", "program", null);
  }

  /** Someone who is not signed in. */
  public static Actor nobody(@Nullable String address) {
    return new Actor(null, "nobody", "none", address);
  }
}
