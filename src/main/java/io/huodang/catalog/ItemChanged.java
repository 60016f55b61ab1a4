package io.huodang.catalog;

import java.util.UUID;

/**
 * An item, its arrangement, its links or what was read on it changed; published in the transaction.
 */
public record ItemChanged(UUID itemId) {}
