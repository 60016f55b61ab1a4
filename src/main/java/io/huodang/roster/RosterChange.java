package io.huodang.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value that an import changed.
 *
 * @param id its own, in the order of making
 * @param personId whose it is
 * @param personName as the roster has it now
 * @param before null when there was none; numbers are shown masked
 * @param after null when there is none any more
 */
public record RosterChange(
    UUID id,
    UUID personId,
    String personName,
    String field,
    @Nullable String before,
    @Nullable String after) {
  private static final int SHOWN_BEFORE = 6;
  private static final int SHOWN_BEHIND = 4;

  /** With as much of a citizen ID as may be shown in lists. */
  public RosterChange masked() {
    return field.equals("citizen-id")
        ? new RosterChange(id, personId, personName, field, masked(before), masked(after))
        : this;
  }

  static @Nullable String masked(@Nullable String number) {
    if (number == null || number.length() <= SHOWN_BEFORE + SHOWN_BEHIND) {
      return number == null ? null : "*".repeat(number.length());
    }
    return number.substring(0, SHOWN_BEFORE)
        + "*".repeat(number.length() - SHOWN_BEFORE - SHOWN_BEHIND)
        + number.substring(number.length() - SHOWN_BEHIND);
  }
}
