package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the program found: whom an item is about.
 *
 * @param pageId of a list row, else null
 * @param row of a list form, else null
 * @param box of a list row: x, y, width, height in the master's pixels
 * @param evidence what spoke for it, as JSON without full ID numbers
 * @param margin 0 to 1: how far ahead of the next candidate
 */
public record NewLink(
    UUID itemId,
    UUID personId,
    Link.Role role,
    @Nullable UUID pageId,
    @Nullable Integer row,
    int @Nullable [] box,
    Link.State state,
    String evidence,
    double margin) {}
