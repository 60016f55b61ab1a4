package io.huodang.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which someone is signed in, without its secret.
 *
 * @param address from which it was begun
 * @param browser as it names itself, shortened, for example {@code Firefox · Linux}
 * @param lastSeenAt to the minute
 */
public record Session(
    UUID id,
    UUID userId,
    @Nullable String address,
    @Nullable String browser,
    Instant createdAt,
    Instant lastSeenAt) {}
