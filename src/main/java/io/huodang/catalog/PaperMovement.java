package io.huodang.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement of an item's paper, as it was registered.
 *
 * @param before the state it was in, as a word of {@code paper} (see {@link Item.PaperState})
 * @param after the state that it is in since
 * @param location path from the room inwards of where it went, null when that has none
 * @param by the display name of who moved it
 */
public record PaperMovement(
    String before, String after, @Nullable String location, String by, Instant at, String why) {}
