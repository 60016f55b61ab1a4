package io.huodang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * People who type at an even pace; every key from the second on asks for suggestions, whether or
 * not the ones before were answered.
 */
final class Typists {
  private static final long BETWEEN_KEYS = 180_000_000; // nanoseconds

  private final ServiceTarget target;
  private final Queries queries;
  private final Lot lot;
  private final ConcurrentLinkedQueue<Figures.Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  Typists(ServiceTarget target, Queries queries, long seed) {
    this.target = target;
    this.queries = queries;
    this.lot = new Lot(seed);
  }

  /**
   * Lets them type.
   *
   * @param rate how many begin a second
   */
  void run(double rate, Duration time) {
    Arrivals.come(
        rate,
        time,
        lot,
        () -> {
          Queries.Typing typing = queries.typing();
          return due -> type(typing, due);
        });
  }

  private void type(Queries.Typing typing, long begun) {
    try (ExecutorService keys = Executors.newVirtualThreadPerTaskExecutor()) {
      long due = begun;
      for (String box : typing.box()) {
        long when = due;
        keys.submit(
            () -> {
              Arrivals.awaitNano(when);
              suggest(box, typing.meant(), when);
              return null;
            });
        due += BETWEEN_KEYS;
      }
    }
  }

  private void suggest(String box, Invented meant, long due) throws InterruptedException {
    boolean found = false;
    boolean failed = false;
    try {
      found = target.suggests(box, meant);
    } catch (IOException e) {
      failed = true;
      failures.merge("suggest: " + e.getMessage(), 1, Integer::sum);
    }
    answers.add(new Figures.Answer(Kind.NAME, System.nanoTime() - due, found, found, failed));
  }

  /** Of every key that was pressed. */
  Figures figures() {
    return Figures.of("as-you-type", "suggest", List.copyOf(answers));
  }

  /** What went wrong, and how often. */
  Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }
}
