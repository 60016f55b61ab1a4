package io.huodang.ingest;

import io.huodang.intake.Batches;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks a sealed batch as done when the last of its work ended. */
@Component
class Closing {
  private final Ledger ledger;
  private final Batches batches;

  Closing(Ledger ledger, Batches batches) {
    this.ledger = ledger;
    this.batches = batches;
  }

  /** Called in the transaction that ended a piece of the batch's work or sealed it. */
  @Transactional
  void finishIfDone(UUID batch) {
    if (batches.lockIfSealed(batch) && !ledger.isUnderWay(batch)) {
      batches.finish(batch);
      ledger.forgetTurns(batch);
    }
  }

  /** Finishes what was left over, for example by a crash between two transactions. */
  void sweep() {
    batches.sealed().forEach(this::finishIfDone);
  }
}
