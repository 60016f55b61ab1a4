package io.huodang.operations;

import org.jspecify.annotations.Nullable;

/**
 * Something without which the house does less.
 *
 * @param word {@code registry}, {@code index}, {@code vault} or {@code workers}
 * @param works whether it answered just now
 * @param detail what it says of itself, null when it says nothing
 */
public record Part(String word, boolean works, @Nullable String detail) {}
