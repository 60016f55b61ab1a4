package io.huodang.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Fills the next generation of the index from the registry and the vault, part by part. */
@Component
class Filling {
  private final RebuildRows rows;
  private final IndexProjection projection;
  private final Pace pace;

  Filling(RebuildRows rows, IndexProjection projection, Pace pace) {
    this.rows = rows;
    this.projection = projection;
    this.pace = pace;
  }

  /** Some subjects on their way. */
  private record Part(List<Subject> subjects, Future<Filled> filled) {}

  /** How many of them the index refuses, and how long the part took. */
  private record Filled(int refused, Duration took) {}

  /**
   * Goes on where it was; several parts are read and written at a time, and what was reached is
   * noted in their order.
   *
   * @return false when it was stopped, or another node took over
   */
  boolean toTheEnd(BooleanSupplier stopped) throws IOException, InterruptedException {
    UUID read = rows.last().orElseThrow().reached();
    Deque<Part> ahead = new ArrayDeque<>();
    try (ExecutorService parts = Executors.newVirtualThreadPerTaskExecutor()) {
      boolean more = true;
      while (more || !ahead.isEmpty()) {
        while (more && ahead.size() < pace.parts()) {
          List<Subject> subjects = rows.subjectsAfter(read, pace.subjects());
          more = !subjects.isEmpty();
          if (more) {
            read = subjects.getLast().id();
            ahead.add(new Part(subjects, parts.submit(() -> fill(subjects))));
          }
        }
        Part first = ahead.poll();
        if (stopped.getAsBoolean() || first != null && !note(first)) {
          return false;
        }
        if (first != null && ahead.isEmpty()) {
          pace.rest(Waiting.forIt(first.filled()).took());
        }
      }
    }
    return true;
  }

  private Filled fill(List<Subject> subjects) throws IOException {
    Instant start = Instant.now();
    int refused = projection.fillNext(subjects).size();
    return new Filled(refused, Duration.between(start, Instant.now()));
  }

  /** False when another node took over. */
  private boolean note(Part part) throws IOException {
    int refused = Waiting.forIt(part.filled()).refused();
    return rows.reached(part.subjects().getLast().id(), part.subjects().size(), refused);
  }
}
