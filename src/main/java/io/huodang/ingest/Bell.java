package io.huodang.ingest;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the lines of this node when there may be work; other nodes look by themselves. */
@Component
class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  /** Rings when the transaction has committed, at most once for each. */
  void ringAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      ring();
      return;
    }
    boolean due =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(RingAfterCommit.class::isInstance);
    if (!due) {
      TransactionSynchronizationManager.registerSynchronization(new RingAfterCommit(this));
    }
  }

  /** Wakes everyone who waits. */
  void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How often it has rung: take it before looking for work, and wait with it. */
  long rings() {
    lock.lock();
    try {
      return rings;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it rings, unless it rang since {@code heard}, or until the time has passed. */
  void await(long heard, Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (rings == heard && left > 0) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private record RingAfterCommit(Bell bell) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      bell.ring();
    }
  }
}
