package io.huodang.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * <p>A next generation is made, filled in the order of the subjects' ids, and then answers in one
 * step; what changes meanwhile is written to both ({@link RebuildLock}). A node that dies leaves
 * its place to whichever comes next, which goes on where it was. An index that was lost, or is of
 * an older schema, is filled by itself; PostgreSQL answers until then.
 */
@Service
public class Reindexing implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Reindexing.class);
  private static final long PAUSE = 2_000; // milliseconds

  private final RebuildRows rows;
  private final RebuildLock lock;
  private final Indices indices;
  private final Filling filling;
  private final SearchSettings settings;
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile @Nullable Thread worker;

  Reindexing(
      RebuildRows rows,
      RebuildLock lock,
      Indices indices,
      Filling filling,
      SearchSettings settings) {
    this.rows = rows;
    this.lock = lock;
    this.indices = indices;
    this.filling = filling;
    this.settings = settings;
  }

  /** Begins to fill the index anew, and returns; a rebuild that is under way goes on. */
  public Rebuild begin() {
    Rebuild rebuild = rows.ask();
    goOn();
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

  /** Goes on with what an earlier life, or a node that is no more, left. */
  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    if (working.compareAndSet(false, true)) {
      worker = Thread.ofVirtual().name("huodang-reindex").start(this::work);
    }
  }

  private void work() {
    try {
      while (!stopped && rows.isUnfinished()) {
        if (!rows.tryToTake() || !step()) {
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      log.debug("The index is filled on at the next start");
    } catch (DataAccessException | TransactionException e) {
      log.warn("Filling the index waits for the registry: {}", e.getClass().getSimpleName());
    } finally {
      working.set(false);
      again();
    }
  }

  /** Someone may have asked, or the registry may have been away, in the last moment. */
  private void again() {
    if (stopped) {
      return;
    }
    try {
      if (rows.isUnfinished()) {
        goOn();
      }
    } catch (DataAccessException | TransactionException e) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  Thread.sleep(PAUSE);
                  again();
                } catch (InterruptedException interrupted) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }

  /** Fills to the end; false when something was away. */
  private boolean step() throws InterruptedException {
    try {
      Rebuild rebuild = rows.last().orElseThrow();
      Integer generation = rebuild.generation();
      if (generation != null && indices.answers(generation)) {
        rows.done(); // An earlier life came as far as to let it answer.
        return true;
      }
      if (rebuild.state() == Rebuild.State.WAITING
          || generation == null
          || !indices.stands(generation)) {
        begin(rebuild);
      }
      if (filling.toTheEnd(() -> stopped)) {
        answer();
      }
      return true;
    } catch (IOException | ElasticsearchException | Refusal e) {
      log.warn("Filling the index waits: {}", e.getClass().getSimpleName());
      rows.waitsFor("The index does not answer, or takes no writes; it goes on when it does.");
      return false;
    }
  }

  private void begin(Rebuild rebuild) throws IOException {
    int next =
        lock.alone(
            () -> {
              int made = indices.makeNext();
              rows.fill(made);
              return made;
            });
    log.info("Rebuild {}: generation {} of the index is being filled", rebuild.id(), next);
  }

  private void answer() throws IOException {
    int generation = Objects.requireNonNull(rows.last().orElseThrow().generation());
    indices.finish(generation);
    List<String> before =
        lock.alone(
            () -> {
              List<String> old = indices.letAnswer(generation);
              rows.done();
              return old;
            });
    indices.ensureReady();
    log.info("Generation {} of the index answers", generation);
    try {
      // Searches that asked the one before are still at it.
      Thread.sleep(settings.queryTimeout().plusSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    indices.drop(before);
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
