package io.huodang.keying;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks at the start about items that were there before anybody asked, beside all other work. */
@Component
class Unasked {
  private static final Logger log = LoggerFactory.getLogger(Unasked.class);
  private static final int AT_ONCE = 50;

  private final KeyingItems keying;
  private final Upkeep upkeep;
  private final TransactionTemplate transaction;

  Unasked(KeyingItems keying, Upkeep upkeep, TransactionTemplate transaction) {
    this.keying = keying;
    this.upkeep = upkeep;
    this.transaction = transaction;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("keying-unasked").start(this::askAll);
  }

  void askAll() {
    try {
      UUID last = new UUID(0, 0);
      while (last != null) { // what cannot be asked about now is asked about at the next start
        last = askSome(last);
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("Older items are asked about at the next start: {}", e.getClass().getSimpleName());
    }
  }

  private @Nullable UUID askSome(UUID behind) {
    return transaction.execute(
        status -> {
          List<UUID> some = keying.takeUnasked(behind, AT_ONCE);
          some.forEach(upkeep::ask);
          return some.isEmpty() ? null : some.getLast();
        });
  }
}
