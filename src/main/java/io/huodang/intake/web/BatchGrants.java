package io.huodang.intake.web;

import io.huodang.access.Accounts;
import io.huodang.access.Grants;
import io.huodang.access.Viewer;
import io.huodang.intake.Batches;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which batches an account may see beside its own deliveries, which it always sees. */
@Component
class BatchGrants {
  private final Accounts accounts;
  private final Grants grants;
  private final Batches batches;

  BatchGrants(Accounts accounts, Grants grants, Batches batches) {
    this.accounts = accounts;
    this.grants = grants;
    this.batches = batches;
  }

  /**
   * The batches that the account may see, the newest grant first.
   *
   * @throws Refusal {@code no-such-user}
   */
  List<Grants.Grant> of(UUID user) {
    return grants.batchesOf(accounts.find(user).id());
  }

  /**
   * Lets the account see a batch.
   *
   * @throws Refusal {@code no-such-user}, {@code no-such-batch}, {@code sees-everything}
   */
  void give(Viewer by, UUID user, UUID batch) {
    if (batches.find(batch).isEmpty()) {
      throw new Refusal("no-such-batch", "There is no such batch.");
    }
    accounts.grantBatch(by, user, batch);
  }

  /**
   * Takes a grant back.
   *
   * @throws Refusal {@code no-such-user}, {@code no-such-grant}, {@code own-delivery}
   */
  void withdraw(Viewer by, UUID user, UUID grant) {
    of(user).stream()
        .filter(one -> one.id().equals(grant))
        .flatMap(one -> batches.find(one.batch()).stream())
        .filter(batch -> batch.createdBy().equals(user))
        .findFirst()
        .ifPresent(
            own -> {
              throw new Refusal("own-delivery", "Whoever delivered a batch may always see it.");
            });
    accounts.withdrawGrant(by, user, grant);
  }
}
