package io.huodang.catalog;

import java.util.UUID;

/** A page must be read again, because a person turned it; published in the transaction. */
public record PageUnread(UUID pageId) {}
