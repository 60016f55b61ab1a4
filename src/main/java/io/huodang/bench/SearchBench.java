package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a running service that holds nothing else with an invented population, by the way that
 * every document goes (registry, ledger, projection), and measures how it is found.
 */
public final class SearchBench {
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final DataSource registry;
  private final JdbcClient jdbc;
  private final ElasticsearchClient elasticsearch;
  private final Population population;
  private final Papers papers;
  private final Consumer<String> progress;

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
   * @param indexSeconds until the last document could be found, at the pace of daily work
   */
  public record Filling(
      int people, int papers, int pages, double registrySeconds, double indexSeconds) {}

  /**
   * What was measured.
   *
   * @param rate queries a second, both targets together
   * @param failures what went wrong, and how often
   */
  public record Report(
      long seed,
      int people,
      int papers,
      int pages,
      Filling filling,
      double rate,
      long seconds,
      int processors,
      List<Figures> figures,
      Map<String, Integer> failures) {}

  /** Fills the index from the registry and returns when all of it can be found. */
  @FunctionalInterface
  public interface Rebuilding {
    void rebuild() throws IOException, InterruptedException;
  }

  /**
   * Fills registry and indices, unless an earlier run did.
   *
   * @param rebuilding null: by the ledger, at the pace of daily work
   */
  public Filling fill(@Nullable Rebuilding rebuilding, boolean baseline)
      throws SQLException, IOException, InterruptedException {
    if (count("select count(*) from person") > 0) {
      progress.accept("The home is filled already");
      return filling(0, 0);
    }
    progress.accept("Writing " + population.people().size() + " people into the registry");
    long start = System.nanoTime();
    Registry.Written written =
        new Registry(registry, population, papers, rebuilding != null).write();
    double registrySeconds = seconds(start);
    start = System.nanoTime();
    if (rebuilding != null) {
      rebuilding.rebuild();
    } else {
      awaitLedger();
    }
    double indexSeconds = seconds(start);
    if (baseline) {
      progress.accept("Filling the baseline with %d papers".formatted(written.papers()));
      Baseline.filled(elasticsearch, population, papers);
    }
    return filling(registrySeconds, indexSeconds);
  }

  /**
   * Measures.
   *
   * @param url where the service answers
   * @param token of whom the queries come from
   */
  public Report measure(
      Filling filling, String url, String token, double rate, Duration time, long seed) {
    List<Target> targets = List.of(new ServiceTarget(url, token), Baseline.asItIs(elasticsearch));
    progress.accept("Warming up");
    new Arrivals(new Queries(population, papers, seed), targets, seed).run(rate, WARM_UP);
    progress.accept("Asking %s times a second, for %d seconds".formatted(rate, time.toSeconds()));
    Arrivals arrivals = new Arrivals(new Queries(population, papers, seed + 1), targets, seed + 1);
    arrivals.run(rate, time);
    return new Report(
        population.seed(),
        filling.people(),
        filling.papers(),
        filling.pages(),
        filling,
        rate,
        time.toSeconds(),
        Runtime.getRuntime().availableProcessors(),
        arrivals.figures(),
        arrivals.failures());
  }

  private Filling filling(double registrySeconds, double indexSeconds) {
    return new Filling(
        (int) count("select count(*) from person"),
        (int) count("select count(*) from item"),
        (int) count("select count(*) from page"),
        registrySeconds,
        indexSeconds);
  }

  private void awaitLedger() throws InterruptedException {
    long all = count("select count(*) from ledger where step = 'index'");
    for (long left = all; left > 0; left = left()) {
      progress.accept("Indexing %d people and papers, %d left".formatted(all, left));
      Thread.sleep(2_000);
    }
  }

  private long left() {
    return count(
        "select count(*) from ledger where step = 'index' and state not in ('done', 'quarantined')");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
