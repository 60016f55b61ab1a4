package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The terms by which {@code access} decides who may see an item, and by which search filters. */
public record Rights(
    UUID fondsId, @Nullable UUID categoryId, @Nullable UUID batchId, @Nullable String caseNumber) {}
