package io.huodang.catalog;

import java.util.UUID;

/**
 * A person changed what speaks for whose an item is: it must be decided again. Published in the
 * transaction.
 */
public record ItemUndecided(UUID itemId) {}
