package io.huodang.intake;

import io.huodang.vocabulary.Lane;
import java.util.UUID;

/**
 * A catalogue says what an item is, before any page of it was read; published in the transaction.
 */
public record ItemCatalogued(UUID batchId, UUID itemId, Lane lane) {}
