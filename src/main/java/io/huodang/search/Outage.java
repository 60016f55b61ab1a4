package io.huodang.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the index is away. While it is, we ask it again and again by ourselves, so that nobody at
 * the counter waits to learn that it is still away. Thread-safe.
 */
final class Outage implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outage.class);

  private final Probe probe;
  private final Duration pause;
  private final AtomicBoolean on = new AtomicBoolean();
  private volatile boolean closed;

  /** Asks the index something that costs little. */
  interface Probe {
    void ask() throws IOException;
  }

  Outage(Probe probe, Duration pause) {
    this.probe = probe;
    this.pause = pause;
  }

  boolean isOn() {
    return on.get();
  }

  /** The index did not answer: it is away until it does. */
  void begin(IOException why) {
    if (on.compareAndSet(false, true)) {
      // A message of Elasticsearch may quote what was asked.
      log.warn(
          "PostgreSQL answers, because the index does not: {}",
          Stream.<Throwable>iterate(why, Objects::nonNull, Throwable::getCause)
              .map(one -> one.getClass().getSimpleName())
              .collect(Collectors.joining(", for ")));
      Thread.ofVirtual().name("index-probe").start(this::awaitEnd);
    }
  }

  private void awaitEnd() {
    while (!closed) {
      try {
        Thread.sleep(pause);
        probe.ask();
        on.set(false);
        log.info("The index answers again");
        return;
      } catch (IOException e) {
        log.debug("The index is still away: {}", e.getClass().getSimpleName());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Asks no more. */
  @Override
  public void close() {
    closed = true;
  }
}
