package io.huodang.keying;

import io.huodang.catalog.Item;
import io.huodang.catalog.ItemChanged;
import io.huodang.catalog.Items;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.corrections.Fields;
import io.huodang.vocabulary.Refusal;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the list of what is to be keyed: asks about each item that changed, once and at the end of
 * the transaction in which it changed.
 */
@Component
class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final KeyingItems keying;
  private final Items items;
  private final Pages pages;
  private final Fields fields;

  Upkeep(KeyingItems keying, Items items, Pages pages, Fields fields) {
    this.keying = keying;
    this.items = items;
    this.pages = pages;
    this.fields = fields;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemChanged changed) {
    changedNow().add(changed.itemId());
  }

  /** Asks whether something of an item is to be keyed; in the caller's transaction. */
  void ask(UUID id) {
    Optional<Item> item = items.find(id).filter(this::mayBeKeyed);
    try {
      keying.put(id, item.map(this::doubted).orElse(0));
    } catch (Refusal e) {
      log.warn("What is to be keyed cannot be told: {}", e.getMessage());
      keying.unasked(id);
    }
  }

  private boolean mayBeKeyed(Item item) {
    return (item.state() == Item.State.CLOSED || item.state() == Item.State.HELD)
        && items.isRead(item.id());
  }

  private int doubted(Item item) {
    int doubted = (int) fields.of(item).all().filter(field -> field.doubt() != null).count();
    return doubted > 0 && isEmpty(item) ? 0 : doubted;
  }

  /** There is nothing to look at on any of its pages. */
  private boolean isEmpty(Item item) {
    return pages.findAll(item.pages()).stream()
        .map(Page::current)
        .allMatch(version -> version == null || version.blank());
  }

  @SuppressWarnings("unchecked")
  private SortedSet<UUID> changedNow() {
    Object known = TransactionSynchronizationManager.getResource(this);
    if (known != null) {
      return (SortedSet<UUID>) known;
    }
    SortedSet<UUID> changed = new TreeSet<>(Comparator.comparing(UUID::toString));
    TransactionSynchronizationManager.bindResource(this, changed);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            changed.forEach(Upkeep.this::ask);
          }

          @Override
          public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Upkeep.this);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(Upkeep.this, changed);
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Upkeep.this);
          }
        });
    return changed;
  }
}
