package io.huodang.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Fills the index anew from the registry and the vault while the present one answers.
 *
 * <p>A next generation is made, filled in the order of the subjects' ids, held against the registry
 * in the same order, and then answers in one step; what changes meanwhile is written to both
 * ({@link RebuildLock}). The generation before it is closed and kept, and can answer again after it
 * was held against the registry in its turn. A node that dies leaves its place to whichever comes
 * next, which goes on where it was. An index that was lost, or is of an older schema, is filled by
 * itself; PostgreSQL answers until then.
 */
@Service
public class Reindexing implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Reindexing.class);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final RebuildRows rows;
  private final Rebuilding rebuilding;
  private final Generations generations;
  private final Semaphore asked = new Semaphore(0);
  private volatile boolean stopped;
  private volatile @Nullable Thread worker;
  private @Nullable Rebuild left;

  Reindexing(RebuildRows rows, Rebuilding rebuilding, Generations generations) {
    this.rows = rows;
    this.rebuilding = rebuilding;
    this.generations = generations;
  }

  /**
   * Begins to fill the index anew, and returns; a rebuild that is under way goes on. What answered
   * before is kept.
   */
  public Rebuild begin() {
    return begun(rows.ask());
  }

  /**
   * The same because the index is of another history than the registry, as after a restore: what
   * answered before is of no use and not kept.
   *
   * @param seen {@link #last} before that was found out: when another one ended since, it was found
   *     out of an index that does not answer any more, and none is begun
   */
  public Rebuild replace(@Nullable Rebuild seen) {
    return begun(rows.replace(seen));
  }

  /**
   * Begins to let the generation that is kept answer again, after what changed since was written to
   * it, and returns. The one that answers now is kept in its turn.
   *
   * @throws Refusal {@code rebuild-under-way}, {@code no-kept-index} also when it is of another
   *     schema than this program's, {@code search-unavailable}
   */
  public Rebuild back() {
    Rebuild last = rows.last().orElse(null);
    if (last != null && last.state() != Rebuild.State.DONE) {
      throw underWay();
    }
    Integer kept = last == null ? null : last.kept();
    if (kept == null) {
      throw new Refusal(
          "no-kept-index",
          "No earlier generation of the index is kept; the first reindex leaves one, a restore leaves none.");
    }
    if (!isKept(kept)) {
      throw new Refusal(
          "no-kept-index",
          "The generation that was kept is gone, or this version of the program needs another index; only a reindex helps.");
    }
    return begun(rows.askBack().orElseThrow(Reindexing::underWay));
  }

  private boolean isKept(int generation) {
    try {
      return generations.isKept(generation);
    } catch (IOException | ElasticsearchException e) {
      throw new Refusal(
          "search-unavailable", "The index does not answer; try again when it does.", e);
    }
  }

  private static Refusal underWay() {
    return new Refusal(
        "rebuild-under-way", "A rebuild of the index is under way; follow it, and ask again then.");
  }

  private Rebuild begun(Rebuild rebuild) {
    asked.release();
    return rebuild;
  }

  /** The rebuild that is under way, else the last one; empty when there never was any. */
  public Optional<Rebuild> last() {
    return rows.last();
  }

  @EventListener
  void on(IndexUnfilled.Found found) {
    begin();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker = Thread.ofVirtual().name("huodang-reindex").start(this::work);
  }

  private void work() {
    try {
      while (!stopped) {
        asked.drainPermits();
        rest(goOn());
      }
    } catch (InterruptedException e) {
      log.debug("The index is filled on at the next start");
    }
  }

  /** Waits, unless somebody asks for something. */
  private void rest(Duration longest) throws InterruptedException {
    asked.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Goes on with what is unfinished, also with what an earlier life, or a node that is no more,
   * left; says how long to wait before the next look.
   */
  private Duration goOn() throws InterruptedException {
    try {
      Rebuild last = rows.last().orElse(null);
      if (last == null) {
        return LOOK;
      }
      if (last.state() == Rebuild.State.DONE) {
        return leave(last);
      }
      if (!rows.tryToTake()) {
        return PAUSE;
      }
      stepUnderLease();
      return Duration.ZERO;
    } catch (DataAccessException | TransactionException e) {
      log.warn("Filling the index waits for the registry: {}", e.getClass().getSimpleName());
      return PAUSE;
    } catch (RuntimeException e) {
      log.error("Filling the index waits, the program failed", e);
      return LOOK;
    }
  }

  /** Once, when nobody is at the index that answered before any more. */
  private Duration leave(Rebuild done) {
    if (done.equals(left)) {
      return LOOK;
    }
    Duration grace = rebuilding.untilNobodyAsksTheOneBefore(done);
    if (!grace.isZero()) {
      return grace;
    }
    if (rebuilding.leave()) {
      left = done;
    }
    return LOOK;
  }

  /** A step and the rest after it, so that no other node begins in between. */
  private void stepUnderLease() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread.ofVirtual().name("huodang-reindex-lease").start(() -> keepLease(ended));
    try {
      rest(rebuilding.step(() -> stopped));
    } catch (RuntimeException e) {
      rows.waitsFor("Something failed that the log names; it is tried again and again.");
      throw e;
    } finally {
      ended.countDown();
    }
  }

  /** One part may take longer than a lease, and who comes after a node that died is not to wait. */
  private void keepLease(CountDownLatch ended) {
    try {
      while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          rows.keep();
        } catch (DataAccessException | TransactionException e) {
          log.debug(
              "The registry is away, and with it the lease: {}", e.getClass().getSimpleName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    Thread thread = worker;
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
  }
}
