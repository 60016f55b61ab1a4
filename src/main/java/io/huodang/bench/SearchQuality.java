package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How well people are found: a quality set asked of a service and of two plain baselines. */
public final class SearchQuality {
  private final QualitySet set;
  private final Consumer<String> progress;

  /**
   * @param progress hears what is being done
   */
  public SearchQuality(QualitySet set, Consumer<String> progress) {
    this.set = set;
    this.progress = progress;
  }

  /** Fills the registry of a running service that holds nothing else, unless an earlier run did. */
  public void fill(DataSource registry, Vault vault)
      throws SQLException, IOException, InterruptedException {
    JdbcClient jdbc = JdbcClient.create(registry);
    if (count(jdbc, "select count(*) from person") == 0) {
      progress.accept("Writing %d people".formatted(set.population().people().size()));
      QualityFilling.write(registry, vault, set);
    }
    Indexing.awaitEnd(jdbc, progress);
  }

  /**
   * Asks everything of the service and of the baselines.
   *
   * @param token of whom the queries come from
   */
  public Report measure(
      String url, String token, DataSource registry, ElasticsearchClient elasticsearch)
      throws IOException, InterruptedException {
    JdbcClient jdbc = JdbcClient.create(registry);
    QualityService service = new QualityService(url, token);
    while (!service.isAnsweredByTheIndex()) {
      progress.accept("Waiting for the index, which is being filled anew");
      Thread.sleep(5_000);
    }
    progress.accept("Filling the baselines");
    List<PlainPapers> papers = PlainPapers.of(jdbc, set);
    List<QualityTarget> targets =
        List.of(
            service,
            PlainElasticsearch.filled(elasticsearch, papers),
            PlainPostgres.filled(jdbc, papers));
    progress.accept("Asking");
    List<Miss> misses = new ArrayList<>();
    List<Half> halves = new ArrayList<>();
    halves.add(half("development", set.development(), targets, misses));
    halves.add(half("held-out", set.heldOut(), targets, new ArrayList<>()));
    return new Report(
        set.population().people().size(),
        papers.size(),
        Runtime.getRuntime().availableProcessors(),
        halves,
        misses);
  }

  private Half half(
      String name, List<QualityQuery> queries, List<QualityTarget> targets, List<Miss> misses)
      throws IOException, InterruptedException {
    Map<String, Map<QueryClass, QualityScore>> scores = new java.util.LinkedHashMap<>();
    for (QualityTarget target : targets) {
      Map<QueryClass, List<QualityScore>> each = new EnumMap<>(QueryClass.class);
      for (QualityQuery query : queries) {
        QualityAnswer answer = target.answer(query.typed());
        QualityScore score = QualityScore.of(query, answer);
        each.computeIfAbsent(query.queryClass(), any -> new ArrayList<>()).add(score);
        if (target instanceof QualityService && !query.queryClass().isReachedBy(score)) {
          misses.add(miss(query, answer));
        }
      }
      scores.put(target.name(), means(each));
    }
    return new Half(name, scores);
  }

  /** The mean score of each class. */
  public static Map<QueryClass, QualityScore> means(Map<QueryClass, List<QualityScore>> each) {
    return each.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one -> QualityScore.mean(one.getValue()),
                (one, other) -> one,
                () -> new EnumMap<>(QueryClass.class)));
  }

  private Miss miss(QualityQuery query, QualityAnswer answer) {
    Map<String, String> names = set.names();
    Function<String, String> told = id -> names.getOrDefault(id, "(a drawn paper)");
    return new Miss(
        query.queryClass(),
        query.typed(),
        query.meant().stream().limit(3).map(told).toList(),
        answer.of(query).stream().limit(3).map(told).toList());
  }

  /**
   * How one half of the set was answered, by target and class.
   *
   * @param name {@code development} or {@code held-out}
   */
  public record Half(String name, Map<String, Map<QueryClass, QualityScore>> scores) {}

  /**
   * A query that did not come up to its class's aim.
   *
   * @param found who came first instead
   */
  public record Miss(QueryClass queryClass, String typed, List<String> meant, List<String> found) {}

  /** What was measured. */
  public record Report(
      int people, int papers, int processors, List<Half> halves, List<Miss> misses) {}

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
