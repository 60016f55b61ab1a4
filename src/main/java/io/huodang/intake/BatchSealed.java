package io.huodang.intake;

import io.huodang.vocabulary.Lane;
import java.util.UUID;

/** A batch takes no more files; published in the transaction. */
public record BatchSealed(UUID batchId, Arrangement arrangement, Lane lane) {}
