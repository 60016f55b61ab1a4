package io.huodang.intake;

import java.util.UUID;

/** A batch takes no more files; published in the transaction. */
public record BatchSealed(UUID batchId) {}
