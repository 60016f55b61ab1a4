package io.huodang.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds the next generation of the index against the registry before it answers, and writes again
 * what differs.
 */
@Component
class Comparing {
  private static final Logger log = LoggerFactory.getLogger(Comparing.class);
  private static final int NAMED = 10;

  private final RebuildRows rows;
  private final IndexCheck check;
  private final IndexProjection projection;
  private final Generations generations;
  private final Pace pace;

  Comparing(
      RebuildRows rows,
      IndexCheck check,
      IndexProjection projection,
      Generations generations,
      Pace pace) {
    this.rows = rows;
    this.check = check;
    this.projection = projection;
    this.generations = generations;
    this.pace = pace;
  }

  /**
   * Goes on where it was, in the order of the subjects' ids.
   *
   * @return false when it was stopped, or another node took over
   */
  boolean toTheEnd(BooleanSupplier stopped) throws IOException, InterruptedException {
    Rebuild rebuild = rows.last().orElseThrow();
    UUID reached = rebuild.reached();
    // A document that is not to be found yet is looked up at many times the cost.
    generations.refreshNext();
    while (!stopped.getAsBoolean()) {
      Instant start = Instant.now();
      IndexCheck.Part part = check.after(Generation.NEXT, rebuild.back(), reached, pace.subjects());
      if (part == null) {
        return true;
      }
      if (!mend(part, rebuild.back())) {
        return false;
      }
      reached = part.reached();
      pace.rest(Duration.between(start, Instant.now()));
    }
    return false;
  }

  /** Writes again what differs, and looks again; false when another node took over. */
  private boolean mend(IndexCheck.Part part, boolean back) throws IOException {
    List<UUID> ids = part.differing().stream().map(IndexCheck.Differing::id).toList();
    List<Subject> subjects = ids.isEmpty() ? List.of() : rows.settled(ids);
    Set<UUID> refused = projection.fillNext(subjects);
    Set<UUID> differing =
        check.differing(Generation.NEXT, back, subjects).stream()
            .map(IndexCheck.Differing::id)
            .filter(id -> !refused.contains(id))
            .collect(Collectors.toSet());
    if (!differing.isEmpty()) {
      log.warn(
          "{} persons or items differ for good, among them {}",
          differing.size(),
          differing.stream().limit(NAMED).toList());
    }
    return rows.compared(
        part.reached(),
        part.subjects(),
        subjects.size() - refused.size() - differing.size(),
        refused.size(),
        differing.size());
  }
}
