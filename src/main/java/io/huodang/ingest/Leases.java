package io.huodang.ingest;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renews the leases of what this node is working on, and frees those that ended anywhere. */
@Component
class Leases {
  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final Ledger ledger;
  private final Closing closing;
  private final Bell bell;
  private final IngestSettings settings;
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService clock;

  Leases(Ledger ledger, Closing closing, Bell bell, IngestSettings settings) {
    this.ledger = ledger;
    this.closing = closing;
    this.bell = bell;
    this.settings = settings;
  }

  /** Keeps the claims' leases alive until closed. */
  Held hold(List<Claim> claims) {
    Set<UUID> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
    held.addAll(ids);
    return new Held(ids);
  }

  /** Leases that are being renewed. */
  final class Held implements AutoCloseable {
    private final Set<UUID> ids;

    private Held(Set<UUID> ids) {
      this.ids = ids;
    }

    @Override
    public void close() {
      held.removeAll(ids);
    }
  }

  void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("huodang-leases").factory());
    long period = settings.lease().dividedBy(3).toMillis();
    clock.scheduleWithFixedDelay(this::round, period, period, TimeUnit.MILLISECONDS);
  }

  void stop() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  private void round() {
    try {
      ledger.renew(Set.copyOf(held));
      if (ledger.reclaim() > 0) {
        bell.ring();
      }
      closing.sweep();
    } catch (RuntimeException e) {
      log.warn("Leases could not be renewed: {}", e.getClass().getSimpleName());
    }
  }
}
