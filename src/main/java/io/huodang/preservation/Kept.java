package io.huodang.preservation;

import io.huodang.vault.Holding;
import io.huodang.vocabulary.Sha256;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that the registry names.
 *
 * @param row where in the walk it stands
 * @param size in bytes; null where the registry does not know it
 */
record Kept(
    UUID row,
    Holding holding,
    Sha256 sha256,
    @Nullable Long size,
    @Nullable UUID scanFileId,
    @Nullable UUID batchId,
    @Nullable UUID pageId,
    @Nullable String picture) {}
