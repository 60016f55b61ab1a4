package io.huodang.audit;

import io.huodang.audit.AuditEntry.Outcome;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows someone wants to read; null and an empty set leave open what they name.
 *
 * @param actor who did it
 * @param action what was done, for example {@code view-page}
 * @param subjects what it was done to; also searches in whose results one of them stood
 * @param from not before
 * @param until before
 * @param outcome how it ended
 * @param purpose words of why it was done
 * @param fetched whether also what was fetched for a screen, be it shown there or not
 */
public record AuditFilter(
    @Nullable UUID actor,
    @Nullable String action,
    Set<UUID> subjects,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Outcome outcome,
    @Nullable String purpose,
    boolean fetched) {
  /** Every row there is. */
  public static final AuditFilter EVERYTHING =
      new AuditFilter(null, null, Set.of(), null, null, null, null, true);

  public AuditFilter {
    subjects = Set.copyOf(subjects);
  }

  /** Only what was done to one of these, or showed one of them among others. */
  public AuditFilter about(Set<UUID> others) {
    return new AuditFilter(actor, action, others, from, until, outcome, purpose, fetched);
  }
}
