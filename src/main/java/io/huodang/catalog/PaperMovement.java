package io.huodang.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of an item's paper, as it was registered.
 *
 * @param location path from the room inwards of where it went, null when that has none
 * @param by the display name of who moved it
 */
public record PaperMovement(
    UUID id,
    Item.PaperState before,
    Item.PaperState after,
    @Nullable String location,
    String by,
    Instant at,
    String why) {}
