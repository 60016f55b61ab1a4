package io.huodang.cli;

import io.huodang.workers.PageWorkers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Looks at the page workers' resident memory again and again. */
final class WatchedMemory implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(100);

  private final AtomicLong most = new AtomicLong();
  private final LongAdder sum = new LongAdder();
  private final LongAdder looks = new LongAdder();
  private final Thread watcher;

  private WatchedMemory(PageWorkers workers) {
    watcher =
        Thread.ofPlatform()
            .daemon()
            .name("watched-memory")
            .start(
                () -> {
                  try {
                    while (true) {
                      long memory = workers.status().memory();
                      most.accumulateAndGet(memory, Math::max);
                      sum.add(memory);
                      looks.increment();
                      Thread.sleep(STEP);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  static WatchedMemory of(PageWorkers workers) {
    return new WatchedMemory(workers);
  }

  /** Bytes of all workers together, at most. */
  long most() {
    return most.get();
  }

  /** The same, on average: how much of its heap a worker's JVM just holds comes and goes. */
  double mean() {
    return (double) sum.sum() / Math.max(1, looks.sum());
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
