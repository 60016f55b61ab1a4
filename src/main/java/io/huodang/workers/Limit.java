package io.huodang.workers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long a request, or a start, may take.
 *
 * <p>A worker has the lowest priority: on a busy machine it waits for a processor through no fault
 * of the page, for as long as the machine is busy. So only the time in which it ran counts, and the
 * time in which it neither ran nor wanted to.
 *
 * @param time processor time
 * @param stall time on the clock that may pass without running and without waiting for a processor
 */
record Limit(Duration time, Duration stall) {

  /**
   * Why a request is to be ended; empty while it may go on.
   *
   * @param clock time since it began
   * @param ran processor time since then
   * @param waited time since then in which the worker was ready to run, and something else ran; not
   *     asked for unless it matters
   */
  Optional<String> exceeded(Duration clock, Duration ran, Supplier<Duration> waited) {
    if (ran.compareTo(time) > 0) {
      return Optional.of("more than " + time.toSeconds() + " s of processor time");
    }
    Duration rest = clock.minus(ran).minus(stall);
    if (rest.isPositive() && rest.compareTo(waited.get()) > 0) {
      return Optional.of("nothing done for " + stall.toSeconds() + " s");
    }
    return Optional.empty();
  }
}
