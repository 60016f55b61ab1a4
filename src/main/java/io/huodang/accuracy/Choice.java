package io.huodang.accuracy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which decided values are looked at; null leaves open what it names.
 *
 * @param from decided not before
 * @param until decided before
 * @param documentType code of the items' document type
 */
public record Choice(
    @Nullable Instant from, @Nullable Instant until, @Nullable String documentType) {}
