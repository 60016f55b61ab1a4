package io.huodang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Queries that come by chance, so many a second, whether or not the ones before were answered: who
 * waits in line waits in the figures too.
 */
final class Arrivals {
  private final Target target;
  private final Queries queries;
  private final Lot lot;
  private final ConcurrentLinkedQueue<Figures.Answer> answers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Missed> missed = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  Arrivals(Target target, Queries queries, long seed) {
    this.target = target;
    this.queries = queries;
    this.lot = new Lot(seed);
  }

  /** A query that did not find whom it meant. */
  private record Missed(Query query, long nanos) {}

  /** Something that someone does at a moment, in a thread of its own. */
  interface Deed {
    void at(long due) throws InterruptedException;
  }

  /**
   * Asks queries of all kinds, as often as they are typed, and waits for the last answer.
   *
   * @param rate queries a second
   */
  void run(double rate, Duration time) {
    come(
        rate,
        time,
        lot,
        () -> {
          Query query = queries.next(Kind.any(lot));
          return due -> ask(query, due);
        });
  }

  /**
   * Lets deeds begin by chance, so many a second, and waits for the last to end.
   *
   * @param next what comes next; made before it is due
   */
  static void come(double rate, Duration time, Lot lot, Supplier<Deed> next) {
    long start = System.nanoTime();
    double due = 0;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      while (due < time.toMillis() / 1000.0) {
        due += lot.pause(rate);
        long when = start + (long) (due * 1e9);
        Deed deed = next.get();
        awaitNano(when);
        people.submit(
            () -> {
              deed.at(when);
              return null;
            });
      }
    }
  }

  static void awaitNano(long when) {
    for (long left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void ask(Query query, long due) throws InterruptedException {
    boolean found = false;
    boolean failed = false;
    try {
      found = target.finds(query);
    } catch (IOException e) {
      failed = true;
      failures.merge(target.name() + ": " + e.getMessage(), 1, Integer::sum);
    }
    long nanos = System.nanoTime() - due;
    if (found || failed) {
      answers.add(new Figures.Answer(query.kind(), nanos, found, found, failed));
    } else {
      missed.add(new Missed(query, nanos));
    }
  }

  /** Looks with one more key for who was not found, one query after the other. */
  void narrow() throws InterruptedException {
    for (Missed one = missed.poll(); one != null; one = missed.poll()) {
      Query more = one.query().withOneMoreKey();
      boolean found = false;
      try {
        found = !more.equals(one.query()) && target.finds(more);
      } catch (IOException e) {
        failures.merge(target.name() + ": " + e.getMessage(), 1, Integer::sum);
      }
      answers.add(new Figures.Answer(more.kind(), one.nanos(), false, found, false));
    }
  }

  /** Figures by kind, then of all. */
  List<Figures> figures() {
    List<Figures.Answer> all = new ArrayList<>(answers);
    for (Missed one : missed) {
      all.add(new Figures.Answer(one.query().kind(), one.nanos(), false, false, false));
    }
    List<Figures> figures = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      figures.add(
          Figures.of(
              kind.word(),
              target.name(),
              all.stream().filter(answer -> answer.kind() == kind).toList()));
    }
    figures.add(Figures.of("all", target.name(), all));
    return figures;
  }

  /** What went wrong, and how often. */
  Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }
}
