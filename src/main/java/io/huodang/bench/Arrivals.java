package io.huodang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Queries that come by chance, so many a second, whether or not the ones before were answered: who
 * waits in line waits in the figures too. The targets take turns, query by query.
 */
final class Arrivals {
  private final Queries queries;
  private final List<Target> targets;
  private final Lot lot;
  private final Map<String, ConcurrentLinkedQueue<Figures.Answer>> answers =
      new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  Arrivals(Queries queries, List<Target> targets, long seed) {
    this.queries = queries;
    this.targets = targets;
    this.lot = new Lot(seed);
  }

  /**
   * Asks, and waits for the last answer.
   *
   * @param rate queries a second, all targets together
   */
  void run(double rate, Duration time) {
    Kind[] kinds = Kind.values();
    long start = System.nanoTime();
    double due = 0;
    int number = 0;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      while (due < time.toMillis() / 1000.0) {
        due += lot.pause(rate);
        long when = start + (long) (due * 1e9);
        Query query = queries.next(kinds[number / targets.size() % kinds.length]);
        Target target = targets.get(number++ % targets.size());
        while (System.nanoTime() < when) {
          LockSupport.parkNanos(when - System.nanoTime());
        }
        people.submit(
            () -> {
              ask(target, query, when);
              return null;
            });
      }
    }
  }

  private void ask(Target target, Query query, long due) throws InterruptedException {
    boolean found = false;
    boolean failed = false;
    try {
      found = target.finds(query);
    } catch (IOException e) {
      failed = true;
      failures.merge(target.name() + ": " + e.getMessage(), 1, Integer::sum);
    }
    answers
        .computeIfAbsent(key(query.kind(), target), k -> new ConcurrentLinkedQueue<>())
        .add(new Figures.Answer(System.nanoTime() - due, found, failed));
  }

  /** Figures by kind, then by target. */
  List<Figures> figures() {
    List<Figures> figures = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Target target : targets) {
        figures.add(Figures.of(kind.word(), target.name(), answersTo(kind, target)));
      }
    }
    for (Target target : targets) {
      Map<Kind, List<Figures.Answer>> all = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        all.put(kind, answersTo(kind, target));
      }
      figures.add(
          Figures.of("all", target.name(), all.values().stream().flatMap(List::stream).toList()));
    }
    return figures;
  }

  /** What went wrong, and how often. */
  Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  private List<Figures.Answer> answersTo(Kind kind, Target target) {
    return List.copyOf(answers.getOrDefault(key(kind, target), new ConcurrentLinkedQueue<>()));
  }

  private static String key(Kind kind, Target target) {
    return kind.word() + " " + target.name();
  }
}
