package io.huodang.intake;

import io.huodang.vocabulary.Refusal;

/** A file was sent to a batch that takes no more. */
final class BatchIsSealed extends Refusal {
  private static final long serialVersionUID = 1L;

  BatchIsSealed() {
    super("batch-sealed", "The batch is sealed and takes no more files; open another one.");
  }
}
