package io.huodang.search;

import java.util.List;
import java.util.UUID;

/**
 * A page whose text was hit.
 *
 * @param page its position in the item, from 1
 * @param snippet HTML: the words around the first hit, escaped, hits in {@code <em>}, numbers of
 *     the form of an ID masked; empty when the vault cannot be reached
 * @param boxes of the hit words: x, y, width, height in the master's pixels
 */
public record TextHit(
    UUID pageId, UUID itemId, int page, String snippet, List<List<Integer>> boxes) {}
