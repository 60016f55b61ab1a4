package io.huodang.ingest;

import io.huodang.catalog.Items;
import io.huodang.identity.Identity;
import io.huodang.vocabulary.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code decide}: decides once more whose an item is that waited for a roster, in a line
 * of its own, so that new papers do not stand behind the old ones. Only what is different then goes
 * into the index. It counts on no batch, and when it fails the item waits on as it did.
 */
@Component
class Deciding implements Work {
  private final Identity identity;
  private final Items items;
  private final Ledger ledger;
  private final TransactionTemplate transaction;

  Deciding(Identity identity, Items items, Ledger ledger, TransactionTemplate transaction) {
    this.identity = identity;
    this.items = items;
    this.ledger = ledger;
    this.transaction = transaction;
  }

  @Override
  public void take(Claim claim) {
    transaction.executeWithoutResult(
        status -> {
          items.lock(claim.subject());
          if (items.isRead(claim.subject())) {
            identity.decide(claim.subject());
          }
          ledger.done(claim);
        });
  }

  @Override
  public void quarantine(Claim claim, Reason reason) {
    ledger.quarantine(claim, reason);
  }
}
