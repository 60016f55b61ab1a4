package io.huodang.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, without its password.
 *
 * @param name to sign in with
 * @param mustChange whether the password has to be changed before anything else
 * @param language {@code zh} or {@code en}, null: as the browser asks
 */
public record User(
    UUID id,
    String name,
    String displayName,
    Role role,
    boolean mustChange,
    @Nullable String language,
    @Nullable Instant lockedUntil,
    @Nullable Instant disabledAt,
    Instant createdAt) {}
