package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a running service that holds nothing else with an invented population, by the way that
 * every document goes (registry, ledger, projection), and measures how it is found.
 */
public final class SearchBench {
  private static final Duration WARM_UP = Duration.ofMinutes(3);
  private static final Duration TURN = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final double FASTER = 1.4;
  private static final double TOO_LONG = 1_000; // milliseconds

  /** How often someone asks while typing, on the average. */
  private static final double KEYS = 8;

  private final DataSource registry;
  private final JdbcClient jdbc;
  private final ElasticsearchClient elasticsearch;
  private final Population population;
  private final Papers papers;
  private final Consumer<String> progress;
  private long seed;

  private SearchBench(
      DataSource registry,
      ElasticsearchClient elasticsearch,
      Population population,
      Papers papers,
      Consumer<String> progress) {
    this.registry = registry;
    this.jdbc = JdbcClient.create(registry);
    this.elasticsearch = elasticsearch;
    this.population = population;
    this.papers = papers;
    this.progress = progress;
    this.seed = population.seed();
  }

  /**
   * Prepares a run.
   *
   * @param vault of the service
   * @param pagesEvery how many papers it takes for one to have pages that were read
   * @param progress hears what is being done
   */
  public static SearchBench of(
      DataSource registry,
      ElasticsearchClient elasticsearch,
      Vault vault,
      Population population,
      int pagesEvery,
      Consumer<String> progress)
      throws IOException {
    Papers papers = Papers.keptIn(vault, population, pagesEvery);
    return new SearchBench(registry, elasticsearch, population, papers, progress);
  }

  /**
   * How it was filled.
   *
   * @param documents people, papers and pages together
   * @param indexSeconds until the last document could be found; 0 before it is filled
   */
  public record Filling(
      int people,
      int papers,
      int pages,
      long documents,
      double registrySeconds,
      double indexSeconds) {}

  /**
   * What an index or the registry takes.
   *
   * @param documents 0: the registry
   */
  public record Size(String name, long documents, long bytes) {}

  /** How the service answered at one rate of queries a second. */
  public record Step(double rate, Figures figures) {}

  /**
   * How searches went while the index was filled anew.
   *
   * @param documents a second that were written meanwhile
   */
  public record Rebuild(Figures before, Figures meanwhile, double documents) {}

  /**
   * How searches went without the index.
   *
   * @param leaving of the first ten seconds, in which it went
   * @param away by kind, then of all, while it was away
   * @param secondsBack from when it was started, or went on, until searches were answered by it
   */
  public record Without(Figures leaving, List<Figures> away, double secondsBack) {}

  /**
   * What was measured.
   *
   * @param rate queries a second
   * @param rising until it was too much; empty when that was not asked for
   * @param rebuild null when that was not asked for
   * @param without null when that was not asked for
   * @param failures what went wrong, and how often
   */
  public record Report(
      long seed,
      Filling filling,
      List<Size> sizes,
      double rate,
      long seconds,
      int processors,
      List<Figures> figures,
      List<Step> rising,
      @Nullable Rebuild rebuild,
      @Nullable Without without,
      Map<String, Integer> failures) {}

  /** Fills the index from the registry and returns when all of it can be found. */
  @FunctionalInterface
  public interface Rebuilding {
    void rebuild() throws IOException, InterruptedException;
  }

  /** The node that holds the index. */
  public interface Node {
    /** Ends it cleanly and returns when it has ended; or stops it where it stands. */
    void stop();

    /** Starts it and returns when it answers; or lets it go on. */
    void start();
  }

  /**
   * Writes the registry and the vault.
   *
   * @param byLedger whether the ledger shall have all of it still to index
   * @return with 0 seconds of indexing
   */
  public Filling write(boolean byLedger) throws SQLException, IOException {
    progress.accept("Writing " + population.people().size() + " people into the registry");
    long start = System.nanoTime();
    Registry.Written written = new Registry(registry, population, papers, !byLedger).write();
    double registrySeconds = seconds(start);
    jdbc.sql("vacuum (analyze)").update(); // as a registry in daily use is, sooner or later
    int people = population.people().size();
    return new Filling(
        people,
        written.papers(),
        written.pages(),
        (long) people + written.papers() + written.pages(),
        registrySeconds,
        0);
  }

  /**
   * Fills the indices with what was written.
   *
   * @param rebuilding null: by the ledger, at the pace of daily work
   */
  public Filling index(Filling written, @Nullable Rebuilding rebuilding)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    if (rebuilding != null) {
      rebuilding.rebuild();
    } else {
      Indexing.awaitEnd(jdbc, progress);
    }
    return new Filling(
        written.people(),
        written.papers(),
        written.pages(),
        written.documents(),
        written.registrySeconds(),
        seconds(start));
  }

  /**
   * Measures at an even rate: the service and plain Elasticsearch by turns, then who types.
   *
   * @param url where the service answers
   * @param token of whom the queries come from
   * @param rising whether to ask more and more often afterwards, until it is too much
   * @param rebuilding whether to fill the index anew afterwards, and ask meanwhile; null: not
   * @param node what to take away in the end, and ask meanwhile; null: nothing
   */
  public Report measure(
      Filling filling,
      String url,
      String token,
      double rate,
      Duration time,
      boolean baseline,
      boolean rising,
      @Nullable Rebuilding rebuilding,
      @Nullable Node node)
      throws IOException, InterruptedException {
    ServiceTarget service = new ServiceTarget(url, token);
    Baseline beside = new Baseline(elasticsearch);
    if (baseline && !beside.isFilled()) {
      progress.accept("Filling the baseline with %d papers".formatted(filling.papers()));
      beside.fill(population, papers);
    }
    progress.accept("Warming up");
    arrivals(service).run(2 * rate, WARM_UP);
    Arrivals asked = arrivals(service);
    Arrivals plain = arrivals(beside);
    progress.accept("Asking %s times a second, for %d seconds".formatted(rate, time.toSeconds()));
    for (Duration left = time; left.isPositive(); left = left.minus(TURN)) {
      Duration turn = left.compareTo(TURN) < 0 ? left : TURN;
      asked.run(rate, turn);
      if (baseline) {
        plain.run(rate, turn);
      }
    }
    asked.narrow();
    plain.narrow();
    progress.accept("Typing");
    Typists typists = new Typists(service, queries(), ++seed);
    typists.run(rate / KEYS, time);
    List<Figures> figures = new ArrayList<>(asked.figures());
    figures.add(typists.figures());
    if (baseline) {
      figures.addAll(plain.figures());
    }
    Map<String, Integer> failures = new TreeMap<>(asked.failures());
    failures.putAll(plain.failures());
    failures.putAll(typists.failures());
    List<Size> sizes = sizes();
    List<Step> steps = rising ? rising(service, rate) : List.of();
    Rebuild rebuild = rebuilding == null ? null : rebuild(service, rate, rebuilding);
    Without without = node == null ? null : without(service, rate, time, node, failures);
    return new Report(
        population.seed(),
        filling,
        sizes,
        rate,
        time.toSeconds(),
        Runtime.getRuntime().availableProcessors(),
        figures,
        steps,
        rebuild,
        without,
        failures);
  }

  private Queries queries() {
    return new Queries(population, papers, ++seed);
  }

  private Arrivals arrivals(Target target) {
    return new Arrivals(target, queries(), ++seed);
  }

  private List<Step> rising(Target service, double from) {
    List<Step> steps = new ArrayList<>();
    for (double rate = from; ; rate = Math.round(rate * FASTER)) {
      progress.accept("Asking %s times a second".formatted(rate));
      Arrivals arrivals = arrivals(service);
      arrivals.run(rate, STEP);
      Figures all = arrivals.figures().getLast();
      steps.add(new Step(rate, all));
      if (all.p99() > TOO_LONG || all.failed() > all.asked() / 100) {
        return steps;
      }
    }
  }

  private Rebuild rebuild(Target service, double rate, Rebuilding rebuilding)
      throws IOException, InterruptedException {
    Arrivals before = arrivals(service);
    before.run(rate, STEP);
    progress.accept("Filling the index anew, while asking");
    long documents =
        sizes().stream()
            .filter(size -> !size.name().equals(Baseline.INDEX))
            .mapToLong(Size::documents)
            .sum();
    long start = System.nanoTime();
    Arrivals meanwhile = arrivals(service);
    double seconds;
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Double> filling =
          other.submit(
              () -> {
                rebuilding.rebuild();
                return seconds(start);
              });
      while (!filling.isDone()) {
        meanwhile.run(rate, STEP);
      }
      seconds = filling.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return new Rebuild(
        before.figures().getLast(), meanwhile.figures().getLast(), Math.round(documents / seconds));
  }

  private Without without(
      ServiceTarget service, double rate, Duration time, Node node, Map<String, Integer> failures)
      throws IOException, InterruptedException {
    progress.accept("Asking on, while Elasticsearch is taken away");
    ServiceTarget registry = service.withoutIndex();
    Arrivals leaving = arrivals(registry);
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      other.submit(node::stop);
      leaving.run(rate, STEP);
    }
    Arrivals away = arrivals(registry);
    away.run(rate, time);
    away.narrow();
    failures.putAll(leaving.failures());
    away.failures().forEach((what, times) -> failures.merge(what, times, Integer::sum));
    progress.accept("Waiting until the index answers again");
    long start = System.nanoTime();
    node.start();
    while (!service.hasIndex()) {
      Thread.sleep(100);
    }
    return new Without(leaving.figures().getLast(), away.figures(), seconds(start));
  }

  private List<Size> sizes() throws IOException {
    List<Size> sizes = new ArrayList<>();
    // By alias: an earlier generation that is not dropped yet does not count.
    List<String> names = new ArrayList<>(List.of("people", "items", "pages"));
    if (new Baseline(elasticsearch).isFilled()) {
      names.add(Baseline.INDEX);
    }
    elasticsearch
        .indices()
        .stats(s -> s.index(names))
        .indices()
        .forEach(
            (name, stats) -> {
              IndexStats all = stats.primaries();
              if (all != null) {
                sizes.add(
                    new Size(
                        name.replaceFirst("-v\\d+$", ""),
                        Objects.requireNonNull(all.docs()).count(),
                        Objects.requireNonNull(all.store()).sizeInBytes()));
              }
            });
    sizes.sort(Comparator.comparing(Size::name));
    sizes.add(new Size("registry", 0, count("select pg_database_size(current_database())")));
    return sizes;
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
