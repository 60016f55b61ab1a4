package io.huodang.ingest;

import io.huodang.vault.BytesChanged;
import io.huodang.vault.BytesMissing;
import io.huodang.vocabulary.Reason;
import io.huodang.workers.WorkerFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How a line works: it looks for work, does it, and tells faults of the subject from troubles that
 * are not the subject's.
 */
@Component
class Shift {
  private static final Logger log = LoggerFactory.getLogger(Shift.class);

  private final Ledger ledger;
  private final Leases leases;
  private final Bell bell;
  private final IngestSettings settings;

  Shift(Ledger ledger, Leases leases, Bell bell, IngestSettings settings) {
    this.ledger = ledger;
    this.leases = leases;
    this.bell = bell;
    this.settings = settings;
  }

  /** One look for work. */
  @FunctionalInterface
  interface Turn {
    /** Returns whether there was any. */
    boolean take() throws InterruptedException;
  }

  /** Takes turns until the thread is interrupted; waits when there is nothing to do. */
  void untilInterrupted(Turn turn) {
    while (!Thread.currentThread().isInterrupted()) {
      long heard = bell.rings();
      try {
        if (!turn.take()) {
          bell.await(heard, settings.pause());
        }
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException | TransactionException e) {
        log.warn("Work waits, the registry is away: {}", e.getClass().getSimpleName());
        if (!pause(settings.pause())) {
          return;
        }
      } catch (RuntimeException e) {
        log.error("Work waits, the program failed", e);
        if (!pause(settings.pause())) {
          return;
        }
      }
    }
  }

  /** Does the work of the claims one by one. */
  boolean take(List<Claim> claims, Work work) throws InterruptedException {
    for (Claim claim : claims) {
      try (Leases.Held held = leases.hold(List.of(claim))) {
        take(claim, work);
      }
    }
    return !claims.isEmpty();
  }

  private void take(Claim claim, Work work) throws InterruptedException {
    try {
      work.take(claim);
    } catch (LeaseLost e) {
      log.info("{}; its result is not used", e.getMessage());
    } catch (WorkerFault e) {
      fault(claim, work, new Reason(e.code(), String.valueOf(e.getMessage())));
    } catch (BytesMissing | BytesChanged e) {
      fault(claim, work, new Reason("bytes-lost", "The vault cannot give the delivered bytes."));
    } catch (IOException | DataAccessException | TransactionException e) {
      log.warn("{} waits: {}", claim.step(), e.getMessage());
      giveBack(claim, new Reason("dependency-away", "A part of the service is away."));
    } catch (InterruptedException e) {
      giveBack(claim, new Reason("stopped", "The service was stopped."));
      throw e;
    } catch (RuntimeException e) {
      log.error("{} of {} failed", claim.step(), claim.subject(), e);
      fault(claim, work, new Reason("internal-error", "The program failed on it; see the log."));
    }
  }

  private void fault(Claim claim, Work work, Reason reason) throws InterruptedException {
    int faults = claim.faults() + 1;
    log.warn("{} of {}: {}, fault {}", claim.step(), claim.subject(), reason.code(), faults);
    insist(
        () -> {
          if (faults >= settings.largestFaults()) {
            work.quarantine(claim, reason);
          } else {
            ledger.release(claim, reason, true, Duration.ofSeconds(faults));
          }
        });
  }

  private void giveBack(Claim claim, Reason reason) throws InterruptedException {
    if (Thread.interrupted()) {
      ledger.release(claim, reason, false, Duration.ZERO);
      throw new InterruptedException();
    }
    insist(() -> ledger.release(claim, reason, false, settings.retry()));
  }

  /** Does it as soon as the registry is there again; a lease that ends meanwhile does it too. */
  private void insist(Runnable change) throws InterruptedException {
    for (int attempt = 0; attempt < 60; attempt++) {
      try {
        change.run();
        return;
      } catch (LeaseLost e) {
        return;
      } catch (DataAccessException | TransactionException e) {
        Thread.sleep(settings.pause());
      }
    }
  }

  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
