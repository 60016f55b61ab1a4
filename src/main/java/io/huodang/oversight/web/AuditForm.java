package io.huodang.oversight.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an auditor asks for, as a form or an address says it; null leaves open what it names.
 *
 * @param who the user who did it
 * @param action what was done
 * @param subject what it was done to; what belongs to it is meant too
 * @param from the first day
 * @param to the last day
 * @param outcome {@code done}, {@code refused} or {@code failed}
 * @param purpose words of why; never in an address, because a purpose may name a person
 * @param fetched whether also pictures that were only fetched
 * @param cursor only rows before this one
 */
public record AuditForm(
    @Nullable UUID who,
    @Nullable String action,
    @Nullable UUID subject,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
    @Nullable String outcome,
    @Nullable String purpose,
    @Nullable Boolean fetched,
    @Nullable Long cursor) {

  long before() {
    return cursor == null ? Long.MAX_VALUE : cursor;
  }
}
