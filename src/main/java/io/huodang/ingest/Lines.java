package io.huodang.ingest;

import io.huodang.vocabulary.Lane;
import io.huodang.workers.PageWorkers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The lines of this node: threads that claim work and do it, from start to stop.
 *
 * <p>There is a line for every slot of the page workers, one more that only works for the hall, and
 * one each for arranging, linking, deciding again and indexing.
 */
@Component
class Lines implements SmartLifecycle {
  private static final Set<Lane> ALL = EnumSet.allOf(Lane.class);
  private static final Set<Lane> HALL = EnumSet.of(Lane.HALL);

  private final PageWorkers workers;
  private final Ledger ledger;
  private final Leases leases;
  private final Shift shift;
  private final Opening opening;
  private final Reading reading;
  private final Arranging arranging;
  private final Linking linking;
  private final Deciding deciding;
  private final Indexing indexing;
  private final List<Thread> threads = new ArrayList<>();

  Lines(
      PageWorkers workers,
      Ledger ledger,
      Leases leases,
      Shift shift,
      Opening opening,
      Reading reading,
      Arranging arranging,
      Linking linking,
      Deciding deciding,
      Indexing indexing) {
    this.workers = workers;
    this.ledger = ledger;
    this.leases = leases;
    this.shift = shift;
    this.opening = opening;
    this.reading = reading;
    this.arranging = arranging;
    this.linking = linking;
    this.deciding = deciding;
    this.indexing = indexing;
  }

  @Override
  public void start() {
    ledger.reclaim();
    leases.start();
    for (int slot = 0; slot < workers.status().slots(); slot++) {
      begin("pages-" + slot, () -> openOrRead(ALL));
    }
    begin("pages-hall", () -> openOrRead(HALL));
    begin("arrange", () -> shift.take(ledger.claimMany(Step.ARRANGE, 1), arranging));
    begin("link", () -> shift.take(ledger.claimMany(Step.LINK, 1), linking));
    begin("decide", () -> shift.take(ledger.claimMany(Step.DECIDE, 1), deciding));
    begin("index", indexing::takeAll);
  }

  /** Opening is short and makes a batch's size known: it goes first. */
  private boolean openOrRead(Set<Lane> lanes) throws InterruptedException {
    return shift.take(ledger.claim(Step.OPEN, lanes).stream().toList(), opening)
        || shift.take(ledger.claim(Step.PAGE, lanes).stream().toList(), reading);
  }

  private void begin(String name, Shift.Turn turn) {
    threads.add(
        Thread.ofVirtual().name("huodang-" + name).start(() -> shift.untilInterrupted(turn)));
  }

  @Override
  public void stop() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
    leases.stop();
  }

  /** After the page workers, and to be stopped before them. */
  @Override
  public int getPhase() {
    return 100;
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }
}
