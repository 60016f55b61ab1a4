package io.huodang.testing;

import io.huodang.catalog.ItemUndecided;
import io.huodang.catalog.RowsUndecided;
import io.huodang.identity.Identity;
import io.huodang.web.FrontOfHouse;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The house with its identity decisions, which follow a correction at once instead of in a line.
 * Without a stereotype: the whole service, which scans for those, has its line.
 */
@ComponentScan("io.huodang.identity")
@Import({FrontOfHouse.class, DecidingHouse.Deciding.class})
public class DecidingHouse {

  /** Decides when the correction stands, as the ledger would. */
  public static class Deciding {
    private final Identity identity;

    Deciding(Identity identity) {
      this.identity = identity;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RowsUndecided undecided) {
      identity.decideRows(undecided.itemId(), undecided.rows());
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(ItemUndecided undecided) {
      identity.decide(undecided.itemId());
    }
  }
}
