package io.huodang.ingest;

import io.huodang.catalog.ItemChanged;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.PersonChanged;
import io.huodang.identity.Identity;
import io.huodang.intake.Batches;
import io.huodang.intake.Progress;
import io.huodang.vocabulary.Reason;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code link}: decides whose an item is; the index hears of it by the catalog's events.
 */
@Component
class Linking implements Work {
  private final Identity identity;
  private final Items items;
  private final Links links;
  private final Batches batches;
  private final Ledger ledger;
  private final Closing closing;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Linking(
      Identity identity,
      Items items,
      Links links,
      Batches batches,
      Ledger ledger,
      Closing closing,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.identity = identity;
    this.items = items;
    this.links = links;
    this.batches = batches;
    this.ledger = ledger;
    this.closing = closing;
    this.events = events;
    this.transaction = transaction;
  }

  @Override
  public void take(Claim claim) {
    transaction.executeWithoutResult(
        status -> {
          // Persons change items too: whoever holds the item goes first, and nobody waits in a
          // ring.
          items.lock(claim.subject());
          identity.decide(claim.subject());
          announce(claim.subject());
          boolean first = ledger.done(claim);
          UUID batch = claim.batch();
          if (first && batch != null) {
            batches.count(batch, Progress.linked(items.pageCount(claim.subject())));
          }
        });
  }

  /** Its pages may say something else now, whatever became of the links. */
  private void announce(UUID item) {
    events.publishEvent(new ItemChanged(item));
    links.ofItem(item).stream()
        .filter(link -> link.state() != Link.State.REJECTED)
        .map(Link::personId)
        .distinct()
        .forEach(person -> events.publishEvent(new PersonChanged(person)));
  }

  @Override
  public void quarantine(Claim claim, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          items.hold(claim.subject(), reason);
          ledger.quarantine(claim, reason);
          if (claim.batch() != null) {
            closing.finishIfDone(claim.batch());
          }
        });
  }
}
