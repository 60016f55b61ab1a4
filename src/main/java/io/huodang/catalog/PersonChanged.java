package io.huodang.catalog;

import java.util.UUID;

/** A person, or which items are linked to one, changed; published in the transaction. */
public record PersonChanged(UUID personId) {}
