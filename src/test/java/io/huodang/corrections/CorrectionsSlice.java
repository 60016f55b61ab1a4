package io.huodang.corrections;

import io.huodang.catalog.ItemUndecided;
import io.huodang.identity.Identity;
import io.huodang.web.FrontOfHouse;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The house with its identity decisions, which follow a correction at once instead of in a line.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan("io.huodang.identity")
@Import({FrontOfHouse.class, InventedItems.class, CorrectionsSlice.Deciding.class})
class CorrectionsSlice {

  /** Decides when the correction stands, as the ledger would. */
  static class Deciding {
    private final Identity identity;

    Deciding(Identity identity) {
      this.identity = identity;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(ItemUndecided undecided) {
      identity.decide(undecided.itemId());
    }
  }
}
