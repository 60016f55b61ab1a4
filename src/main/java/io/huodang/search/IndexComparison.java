package io.huodang.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of the whole index with the registry.
 *
 * @param reached the subject up to which was looked, null at the beginning
 * @param subjects persons and items that were looked up
 * @param differing those whose documents were not as they should be; they were indexed anew
 * @param strays documents that stood for nothing; they were taken out
 */
public record IndexComparison(
    UUID id,
    @Nullable UUID reached,
    long subjects,
    long differing,
    long strays,
    Instant startedAt,
    @Nullable Instant finishedAt) {}
