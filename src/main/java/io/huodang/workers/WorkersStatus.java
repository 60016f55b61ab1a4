package io.huodang.workers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the page workers are at a moment.
 *
 * @param slots requests that can be worked on at once, without the one kept for the hall
 * @param busy requests under way
 * @param running child processes
 * @param started child processes since the pool was made
 * @param recycled child processes ended for their age or size
 * @param faults by code, since the pool was made
 * @param memory resident bytes of all child processes together
 * @param engine as the newest worker named it, null before the first
 * @param trouble why the last start of a worker failed, null when it did not
 */
public record WorkersStatus(
    int slots,
    int busy,
    int running,
    long started,
    long recycled,
    Map<String, Long> faults,
    long memory,
    @Nullable String engine,
    @Nullable String trouble) {

  public WorkersStatus {
    faults = Map.copyOf(faults);
  }
}
