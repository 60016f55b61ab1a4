package io.huodang.keying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be keyed, as far as someone may see it.
 *
 * @param items in which something is to be keyed
 * @param fields in all of them
 * @param hall of the items, those for which someone may be standing at the counter
 * @param employer of the items, those of employers' cases
 * @param history of the items, all others
 * @param since when the one that has waited longest came, null when nothing waits
 */
public record Waiting(
    long items, long fields, long hall, long employer, long history, @Nullable Instant since) {}
