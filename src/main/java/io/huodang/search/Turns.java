package io.huodang.search;

import io.huodang.vocabulary.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets as many search at once as the machine can serve, the others in the order in which they came.
 * All at once they would take each other's processor, connections and patience until none of them
 * is answered. Thread-safe.
 */
final class Turns {
  private static final String BUSY = "Too many people search at once; try again in a moment.";

  private final Semaphore free;
  private final Duration longest;

  /**
   * Prepares.
   *
   * @param atOnce how many may be at it at once
   * @param longest how long somebody may have to wait for a turn
   */
  Turns(int atOnce, Duration longest) {
    this.free = new Semaphore(atOnce, true);
    this.longest = longest;
  }

  /**
   * Searches when it is its turn.
   *
   * @throws Refusal {@code search-unavailable} when that takes too long
   */
  <T> T take(Supplier<T> search) {
    try {
      if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal("search-unavailable", BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("search-unavailable", BUSY, e);
    }
    try {
      return search.get();
    } finally {
      free.release();
    }
  }
}
