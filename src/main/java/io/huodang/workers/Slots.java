package io.huodang.workers;

import io.huodang.vocabulary.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may work now: so many slots for all lanes, and one more for the hall alone. Who waits in a
 * more urgent lane goes first.
 *
 * <p>Thread-safe.
 */
final class Slots<S> {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final int[] waiting = new int[Lane.values().length];
  // Last in, first out: what is seldom needed is left alone, and may end.
  private final Deque<S> common = new ArrayDeque<>();
  private final int size;
  private final S kept;
  private boolean keptIsFree = true;
  private boolean closed;

  /**
   * Makes slots, all of them free.
   *
   * @param common for every lane, the first of them taken first
   * @param kept for the hall when all others are taken
   */
  Slots(Iterable<S> common, S kept) {
    common.forEach(this.common::addLast);
    this.size = this.common.size();
    this.kept = kept;
  }

  /** Waits for a slot. */
  S take(Lane lane) throws WorkersUnavailable, InterruptedException {
    lock.lockInterruptibly();
    try {
      waiting[lane.ordinal()]++;
      try {
        while (true) {
          if (closed) {
            throw new WorkersUnavailable("The server is stopping", null);
          }
          S slot = isFirst(lane) ? free(lane == Lane.HALL) : null;
          if (slot != null) {
            return slot;
          }
          changed.await();
        }
      } finally {
        waiting[lane.ordinal()]--;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isFirst(Lane lane) {
    return Arrays.stream(waiting, 0, lane.ordinal()).sum() == 0;
  }

  private @Nullable S free(boolean hall) {
    S slot = common.pollFirst();
    if (slot == null && hall && keptIsFree) {
      keptIsFree = false;
      return kept;
    }
    return slot;
  }

  void give(S slot) {
    lock.lock();
    try {
      if (slot == kept) {
        keptIsFree = true;
      } else {
        common.addFirst(slot);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many could be taken at once. */
  int count(Lane lane) {
    lock.lock();
    try {
      return closed ? 0 : common.size() + (lane == Lane.HALL && keptIsFree ? 1 : 0);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until every slot was given back, or for so long. */
  void awaitAll(Duration time) {
    lock.lock();
    try {
      long left = time.toNanos();
      while (left > 0 && !(keptIsFree && common.size() == size)) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** From now on nobody gets a slot. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
