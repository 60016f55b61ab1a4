package io.huodang.workers;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of one worker, which comes and goes.
 *
 * <p>Whoever took the slot works in it; the watch looks on, and may send a resting worker away.
 */
final class Slot {
  private final AtomicReference<@Nullable Worker> resting = new AtomicReference<>();
  private volatile @Nullable Worker working;
  private volatile long restingSince;

  /** The worker that rests here, which then rests no more. */
  @Nullable Worker wake() {
    return resting.getAndSet(null);
  }

  void work(Worker worker) {
    working = worker;
  }

  void workDone() {
    working = null;
  }

  void rest(Worker worker) {
    restingSince = System.nanoTime();
    resting.set(worker);
  }

  /** Nanoseconds for which a worker has rested. */
  long rested() {
    return System.nanoTime() - restingSince;
  }

  /** The worker at work and the one at rest, of which there is at most one. */
  Stream<Worker> workers() {
    return Stream.of(Stream.ofNullable(working), Stream.ofNullable(resting.get()))
        .flatMap(worker -> worker);
  }

  /** The worker at work. */
  Stream<Worker> atWork() {
    return Stream.ofNullable(working);
  }
}
