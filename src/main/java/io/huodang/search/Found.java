package io.huodang.search;

import java.util.UUID;

/**
 * A person or an item that was found.
 *
 * @param score higher is better
 */
record Found(UUID id, Why why, double score) {}
