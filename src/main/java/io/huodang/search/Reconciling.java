package io.huodang.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the whole index against the registry day by day, range by range, and mends what differs.
 * What was cut short goes on where it was; on several nodes one is at it.
 */
@Service
public class Reconciling implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
  private static final int SUBJECTS_AT_ONCE = 500;
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ComparisonRows rows;
  private final IndexCheck check;
  private final Strays strays;
  private final Reindexing reindexing;
  private final TransactionTemplate transaction;
  private final CompareSettings settings;
  private @Nullable Thread worker;

  Reconciling(
      ComparisonRows rows,
      IndexCheck check,
      Strays strays,
      Reindexing reindexing,
      TransactionTemplate transaction,
      CompareSettings settings) {
    this.rows = rows;
    this.check = check;
    this.strays = strays;
    this.reindexing = reindexing;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** The comparison that came to its end last; empty before the first. */
  public Optional<IndexComparison> lastDone() {
    return rows.lastDone();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker = Thread.ofVirtual().name("huodang-compare").start(this::work);
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      Duration rest = LOOK;
      try {
        Instant began = Instant.now();
        if (step(settings.every())) {
          long worked = Duration.between(began, Instant.now()).toMillis();
          rest = Duration.ofMillis(Math.max(1, (long) (worked * (1 / settings.share() - 1))));
        }
      } catch (IOException | DataAccessException | TransactionException e) {
        log.warn("Comparing the index waits, something is away: {}", e.getClass().getSimpleName());
        rest = PAUSE;
      } catch (RuntimeException e) {
        log.error("Comparing the index waits, the program failed", e);
        rest = LOOK;
      }
      try {
        Thread.sleep(rest);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Compares the next range of what is under way or due; false when there is nothing to do. */
  boolean step(Duration every) throws IOException {
    Optional<IndexComparison> under = rows.take(every);
    if (under.isEmpty()) {
      return false;
    }
    IndexComparison comparison = under.get();
    Rebuild before = reindexing.last().orElse(null);
    IndexCheck.Part part = check.after(comparison.reached(), SUBJECTS_AT_ONCE);
    if (part == null) {
      int taken = strays.takeOut().size();
      rows.end(comparison.id(), taken);
      if (comparison.differing() + taken > 0) {
        log.warn(
            "The index differed from the registry and was mended: {} of {} subjects, {} strays",
            comparison.differing(),
            comparison.subjects(),
            taken);
      }
      return true;
    }
    transaction.executeWithoutResult(
        _ -> {
          check.mend(part.differing());
          rows.advance(comparison.id(), part.reached(), part.subjects(), part.differing().size());
        });
    if (part.differing().stream().anyMatch(IndexCheck.Differing::newer)) {
      reindexing.replace(before);
    }
    return true;
  }

  @Override
  public void destroy() throws InterruptedException {
    Thread thread = worker;
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
  }
}
