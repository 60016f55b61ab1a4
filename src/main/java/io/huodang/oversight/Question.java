package io.huodang.oversight;

import io.huodang.audit.AuditFilter;
import org.jspecify.annotations.Nullable;

/**
 * What someone wants to know from the audit.
 *
 * @param about the thing whose rows, and those of what belongs to it, the filter names; else null
 */
public record Question(AuditFilter filter, @Nullable Subject about) {}
