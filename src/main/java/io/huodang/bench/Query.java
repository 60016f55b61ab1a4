package io.huodang.bench;

import org.jspecify.annotations.Nullable;

/**
 * Something that a clerk types.
 *
 * @param meant whom; null where nobody in particular is meant
 */
record Query(Kind kind, String typed, @Nullable Invented meant) {}
