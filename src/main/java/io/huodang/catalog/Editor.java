package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and sets one aspect; always inside a change. */
interface Editor {

  /** Who sets it, and why. */
  record Author(UUID user, String why) {}

  Aspect aspect();

  /** Called when the items of a change are locked, before anything is read or set. */
  default void prepare() {}

  /** What it is now; null: nothing. */
  @Nullable String now(UUID subject, String key);

  /** Sets it; null: to nothing. What is set can be set back by what {@link #now} said before. */
  void set(UUID subject, String key, @Nullable String value, Author author);

  /** Whom and what setting it concerns. */
  Effects effects(UUID subject, String key);

  /** What may stand in the audit of a value: no number and no name of a person in clear. */
  default String audited(String key, String value) {
    return value;
  }

  /** What counts while it is set to nothing, as it may stand on screens; null: nothing does. */
  default @Nullable String unset(String key, String other) {
    return null;
  }

  /** What may stand on screens and in answers of a value: no citizen ID in clear. */
  default String shown(String key, String value) {
    return value;
  }
}
