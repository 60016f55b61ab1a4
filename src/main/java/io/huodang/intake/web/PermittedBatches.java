package io.huodang.intake.web;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.vocabulary.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens batches to whoever may see them: calls and screens ask here, and nowhere else. */
@Component
class PermittedBatches {
  private final Access access;
  private final Batches batches;

  PermittedBatches(Access access, Batches batches) {
    this.access = access;
    this.batches = batches;
  }

  /**
   * The batch.
   *
   * @throws Refusal {@code not-allowed}, also about a batch that does not exist when the viewer may
   *     not see all; {@code no-such-batch}
   */
  Batch require(Viewer viewer, Action action, UUID id) {
    Optional<Batch> found = batches.find(id);
    access.requireMay(viewer, action, "batch", id, found.map(Batch::terms).orElse(Terms.NONE));
    return found.orElseThrow(
        () -> new Refusal("no-such-batch", "There is no such batch; open one first."));
  }
}
