package io.huodang.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets an address rest from which many wrong passwords came, whatever names they were for: locks of
 * accounts do not stop someone who tries one password on every name. Kept in memory; a restart
 * forgets. Thread-safe.
 */
final class Addresses {
  private static final int MOST = 10_000;

  private final AccessSettings settings;
  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST;
        }
      };

  Addresses(AccessSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Wrong passwords since a moment. */
  private record Failures(Instant since, int count) {}

  /** Whether nobody may sign in from there for a while. */
  synchronized boolean rests(@Nullable String address) {
    Failures known = address == null ? null : failures.get(network(address));
    return known != null && lasts(known) && known.count() >= settings.failuresByAddress();
  }

  synchronized void failed(@Nullable String address) {
    if (address != null) {
      failures.merge(
          network(address),
          new Failures(clock.instant(), 1),
          (known, one) -> lasts(known) ? new Failures(known.since(), known.count() + 1) : one);
    }
  }

  private boolean lasts(Failures known) {
    return clock.instant().isBefore(known.since().plus(settings.lockedFor()));
  }

  /** Of IPv6 the network of 64 bits: whoever has one address of it has them all. */
  private static String network(String address) {
    try {
      return address.contains(":") && InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
