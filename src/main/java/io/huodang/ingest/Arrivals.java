package io.huodang.ingest;

import io.huodang.catalog.ItemChanged;
import io.huodang.catalog.ItemUndecided;
import io.huodang.catalog.Items;
import io.huodang.catalog.ItemsChanged;
import io.huodang.catalog.PageUnread;
import io.huodang.catalog.Pages;
import io.huodang.catalog.PersonChanged;
import io.huodang.catalog.PersonsChanged;
import io.huodang.catalog.RowsUndecided;
import io.huodang.identity.Identity;
import io.huodang.intake.BatchSealed;
import io.huodang.intake.FileReceived;
import io.huodang.intake.ItemCatalogued;
import io.huodang.intake.ScanFiles;
import io.huodang.roster.RosterImported;
import io.huodang.vocabulary.Lane;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns what happened into work, inside the transaction in which it happened. */
@Component
class Arrivals {
  private final Ledger ledger;
  private final Items items;
  private final Pages pages;
  private final ScanFiles files;
  private final Closing closing;
  private final Identity identity;
  private final Bell bell;

  Arrivals(
      Ledger ledger,
      Items items,
      Pages pages,
      ScanFiles files,
      Closing closing,
      Identity identity,
      Bell bell) {
    this.ledger = ledger;
    this.items = items;
    this.pages = pages;
    this.files = files;
    this.closing = closing;
    this.identity = identity;
    this.bell = bell;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(FileReceived received) {
    ledger.add(Step.OPEN, "file", received.scanFileId(), received.batchId(), received.lane());
    bell.ringAfterCommit();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemCatalogued item) {
    ledger.add(Step.LINK, "item", item.itemId(), item.batchId(), item.lane());
    bell.ringAfterCommit();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(BatchSealed sealed) {
    if (sealed.arrangement().waitsForAll()) {
      ledger.add(Step.ARRANGE, "batch", sealed.batchId(), sealed.batchId(), sealed.lane());
      bell.ringAfterCommit();
    }
    closing.finishIfDone(sealed.batchId());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PersonChanged changed) {
    ledger.add(Step.INDEX, "person", changed.personId(), null, Lane.HALL);
    bell.ringAfterCommit();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PersonsChanged changed) {
    ledger.addAll(Step.INDEX, "person", changed.personIds(), changed.lane());
    bell.ringAfterCommit();
  }

  /** What a roster knows may decide what papers alone could not. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(RosterImported imported) {
    ledger.addAll(Step.DECIDE, "item", items.undecided(), Lane.HISTORY);
    bell.ringAfterCommit();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemChanged changed) {
    UUID batch = items.countedOn(changed.itemId()).orElse(null);
    ledger.add(Step.INDEX, "item", changed.itemId(), batch, Lane.HALL);
    bell.ringAfterCommit();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemsChanged changed) {
    ledger.addAll(Step.INDEX, "item", changed.itemIds(), changed.lane());
    bell.ringAfterCommit();
  }

  /** A person waits for it, whenever its batch came. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PageUnread unread) {
    UUID file = pages.find(unread.pageId()).orElseThrow().scanFileId();
    UUID batch = files.find(file).orElseThrow().batchId();
    ledger.add(Step.PAGE, "page", unread.pageId(), batch, Lane.HALL);
    bell.ringAfterCommit();
  }

  /** Counted on no batch: what a person changes was counted when it was delivered. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemUndecided undecided) {
    if (items.isRead(undecided.itemId())) {
      ledger.add(Step.LINK, "item", undecided.itemId(), null, Lane.HALL);
      bell.ringAfterCommit();
    }
  }

  /** At once: whoever works through a list sees what came of a decision beside it. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(RowsUndecided undecided) {
    if (items.isRead(undecided.itemId())) {
      identity.decideRows(undecided.itemId(), undecided.rows());
    }
  }
}
