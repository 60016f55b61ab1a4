package io.huodang.corrections;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every hour for what has waited in the bin long enough; several nodes may do so at once. */
@Component
class BinSweep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(BinSweep.class);

  private final Removing removing;
  private @Nullable ScheduledExecutorService clock;

  BinSweep(Removing removing) {
    this.removing = removing;
  }

  @Override
  public synchronized void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("huodang-bin").factory());
    clock.scheduleWithFixedDelay(this::sweep, 5, 60, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      int gone = removing.sweep(Instant.now());
      if (gone > 0) {
        log.info("{} left the bin", gone);
      }
    } catch (RuntimeException e) {
      log.warn("The bin could not be swept: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void stop() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return clock != null;
  }
}
