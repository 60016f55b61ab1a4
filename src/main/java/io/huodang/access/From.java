package io.huodang.access;

import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in comes from.
 *
 * @param address null when unknown
 * @param browser as it names itself, shortened; null when it does not
 */
public record From(@Nullable String address, @Nullable String browser) {
  /** Nowhere in particular. */
  public static final From UNKNOWN = new From(null, null);
}
