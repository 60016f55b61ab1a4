package io.huodang.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One arrangement of an item's pages.
 *
 * @param version from 1
 * @param pages how many
 * @param by who made it, as colleagues call the person; null: the program
 * @param at when
 * @param why a word of the program ({@code file-is-item}) or of the person who made it
 */
public record ItemVersion(int version, int pages, @Nullable String by, Instant at, String why) {}
