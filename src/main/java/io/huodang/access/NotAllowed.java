package io.huodang.access;

import io.huodang.vocabulary.Refusal;

/** The viewer may not do this. */
public final class NotAllowed extends Refusal {
  private static final long serialVersionUID = 1L;

  NotAllowed(Action action) {
    super(
        "not-allowed",
        "Your role does not allow this ("
            + action
            + "). Ask an administrator if your work needs it.");
  }
}
