package io.huodang.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is fetched piece by piece, by a player or by a viewer that zooms, is looked at once. Kept in
 * memory: a restart costs one more row on record. Thread-safe.
 */
final class OneLook {
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final int REMEMBERED = 10_000;

  private final Map<Look, Instant> begun = new ConcurrentHashMap<>();

  private record Look(UUID user, UUID subject) {}

  /**
   * Records a look, unless the same user's look at the same thing is on record and still lasts.
   * Returns when it is on record, also for those who ask at the same time.
   */
  void of(UUID user, UUID subject, Runnable record) {
    begun.compute(
        new Look(user, subject),
        (_, since) -> {
          if (since != null && lasts(since)) {
            return since;
          }
          record.run();
          return Instant.now();
        });
    if (begun.size() > REMEMBERED) {
      begun.values().removeIf(since -> !lasts(since));
    }
    if (begun.size() > REMEMBERED) {
      begun.clear();
    }
  }

  private static boolean lasts(Instant since) {
    return since.plus(LASTS).isAfter(Instant.now());
  }
}
