package io.huodang.intake;

import io.huodang.vocabulary.Lane;
import java.util.UUID;

/**
 * A delivered file stands in the vault and in the registry; published in the transaction, so that
 * its work is in the ledger when the sender gets the receipt.
 */
public record FileReceived(UUID batchId, UUID scanFileId, Lane lane) {}
