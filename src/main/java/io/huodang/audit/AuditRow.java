package io.huodang.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the chain.
 *
 * @param seq from 1, without gaps
 * @param at when it was appended, to the microsecond, by the registry's clock
 */
public record AuditRow(long seq, UUID id, Instant at, AuditEntry entry) {}
