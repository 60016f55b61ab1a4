package io.huodang.ingest;

import io.huodang.vocabulary.Reason;
import io.huodang.workers.WorkerFault;
import java.io.IOException;

/** What is done for one claim. Repeatable: the same input gives the same result, no second copy. */
interface Work {

  /**
   * Takes the step and marks the claim as done, in one transaction with all that follows from it.
   *
   * @throws WorkerFault when the subject's own worker failed
   * @throws IOException when something that the step depends on is away
   */
  void take(Claim claim) throws WorkerFault, IOException, InterruptedException;

  /** Gives the subject up, with a reason; its bytes are kept. */
  void quarantine(Claim claim, Reason reason);
}
