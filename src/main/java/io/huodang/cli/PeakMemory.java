package io.huodang.cli;

import io.huodang.workers.PageWorkers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the page workers' resident memory again and again, and keeps the most. */
final class PeakMemory implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(100);

  private final AtomicLong most = new AtomicLong();
  private final Thread watcher;

  private PeakMemory(PageWorkers workers) {
    watcher =
        Thread.ofPlatform()
            .daemon()
            .name("peak-memory")
            .start(
                () -> {
                  try {
                    while (true) {
                      most.accumulateAndGet(workers.status().memory(), Math::max);
                      Thread.sleep(STEP);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  static PeakMemory of(PageWorkers workers) {
    return new PeakMemory(workers);
  }

  long bytes() {
    return most.get();
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
