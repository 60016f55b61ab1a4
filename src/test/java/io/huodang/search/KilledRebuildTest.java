package io.huodang.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import com.zaxxer.hikari.HikariDataSource;
import io.huodang.testing.Gate;
import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed again and again while it fills the index anew, lays it together and lets it
 * answer, with searches and changes going on: it goes on where it was, and the next index has
 * everything when it answers.
 */
class KilledRebuildTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PERSONS = 2_000;
  private static final int ITEMS = 500;
  private static final String KNOWN = "欧阳若水";

  /** What Elasticsearch is asked when an index is laid together, and when another one answers. */
  private static final String PACKS = "/_forcemerge";

  private static final String LETS_ANSWER = "{\"remove\":";

  private final RealPostgres.Database database = RealPostgres.migrated();
  private final RealElasticsearch.Indices parts = RealElasticsearch.indices();
  private final HikariDataSource connections = new HikariDataSource();
  private final JdbcClient jdbc = JdbcClient.create(connections);
  private final Queue<Progress> seen = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Queue<Boolean> answers = new ConcurrentLinkedQueue<>();
  private final List<Thread> meanwhile = new ArrayList<>();
  private volatile boolean ended;
  private volatile ServerProcess server;
  private Gate gate;
  private Path folder = Path.of("");

  /** Where a rebuild was at one moment. */
  private record Progress(String state, String reached, long filled, long compared) {}

  @BeforeEach
  void start() throws IOException {
    connections.setDataSource(database.source());
    folder = Files.createTempDirectory("huodang-rebuild");
    folder.toFile().setExecutable(true, false);
    invent();
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.putAll(parts.settings());
    gate = new Gate(URI.create(parts.url()));
    settings.put("HUODANG_SEARCH_URL", gate.url().toString());
    settings.put("HUODANG_WORKERS_SLOTS", "1"); // It reads no pages.
    server = ServerProcess.up(settings, folder.resolve("home"));
    // A server that finds a registry and no index begins by itself.
    await().atMost(PATIENCE).until(() -> progress().state().equals("done"));
  }

  @AfterEach
  void stop() throws Exception {
    ended = true;
    for (Thread thread : meanwhile) {
      thread.join();
    }
    server.close();
    gate.close();
    connections.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void aServerThatIsKilledAgainAndAgainFillsTheIndexOnceAndLosesNoChange() throws Exception {
    int present = generation();
    always(this::search, 50);
    always(this::change, 100);
    server.call("POST", "/reindex", "{}");
    always(() -> seen.add(progress()), 10);

    killWhen("filling", 0.2);
    killWhen("filling", 0.6);
    killWhen("comparing", 0.4);
    await().atMost(PATIENCE).until(() -> progress().state().equals("done"));
    stopMeanwhile();
    await().atMost(PATIENCE).until(() -> unfinished() == 0);

    assertThat(generation()).isEqualTo(present + 1);
    assertThat(notAsInRegistry()).isEmpty();
    assertThat(steps()).as("it never went back").isSorted();
    assertThat(progress().filled()).isBetween((long) PERSONS + ITEMS, subjects());
    assertThat(wrong).isEmpty();
    assertThat(answers).as("answers of the index").contains(true);
  }

  /** Laying a filled index together, and letting it answer, are no steps of the registry. */
  @Test
  void aServerThatIsKilledWhileItPacksTheIndexOrLetsItAnswerGoesOnThere() throws Exception {
    int present = generation();
    always(this::search, 50);
    always(this::change, 100);

    for (String step : List.of(PACKS, LETS_ANSWER)) {
      rebuildKilled(deed -> gate.insteadOf(step, deed));
      assertThat(generation()).as("killed before " + step).isEqualTo(++present);
      rebuildKilled(deed -> gate.after(step, deed));
      assertThat(generation()).as("killed after " + step).isEqualTo(++present);
    }
    stopMeanwhile();
    await().atMost(PATIENCE).until(() -> unfinished() == 0);

    assertThat(notAsInRegistry()).isEmpty();
    assertThat(wrong).isEmpty();
    assertThat(answers).as("answers of the index").contains(true);
  }

  /** A rebuild during which the server is killed once, at a certain moment. */
  private void rebuildKilled(Consumer<Runnable> moment) throws Exception {
    CountDownLatch killed = new CountDownLatch(1);
    moment.accept(
        () -> {
          kill();
          killed.countDown();
        });
    server.call("POST", "/reindex", "{}");
    assertThat(killed.await(PATIENCE.toSeconds(), SECONDS)).isTrue();
    long filled = progress().filled();
    server = server.upAgain();

    await().atMost(PATIENCE).until(() -> progress().state().equals("done"));
    assertThat(progress().filled())
        .as("filled once")
        .isBetween(Math.max(filled, PERSONS + ITEMS), subjects());
  }

  private void kill() {
    try {
      server.killServer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Persons and items of whom the ledger says that they are indexed, and no index. */
  private void invent() {
    jdbc.sql(
            """
            with made as (insert into person (source) select 'roster' from generate_series(1, :persons) returning id),
            named as (
              insert into name (person_id, kind, value, folded, source)
              select id, 'current', '司徒明月', '司徒明月', 'roster' from made)
            insert into ledger (step, subject_kind, subject_id, lane, state, finished_at)
            select 'index', 'person', id, 2, 'done', now() from made
            """)
        .param("persons", PERSONS)
        .update();
    jdbc.sql(
            """
            with made as (
              insert into item (fonds_id, title) select f.id, '退休审批表' from fonds f, generate_series(1, :items)
              returning id),
            arranged as (insert into item_version (item_id, version, why) select id, 1, 'invented' from made)
            insert into ledger (step, subject_kind, subject_id, lane, state, finished_at)
            select 'index', 'item', id, 2, 'done', now() from made
            """)
        .param("items", ITEMS)
        .update();
    jdbc.sql(
            """
            update name set value = :known, folded = :known
            where id = (select id from name order by person_id limit 1)
            """)
        .param("known", KNOWN)
        .update();
  }

  /** One person gets a former name and another one comes, each with its work for the index. */
  private void change() {
    jdbc.sql(
            """
            with one as (select id from person order by random() limit 1),
            named as (
              insert into name (person_id, kind, value, folded, source)
              select id, 'former', '诸葛长风', '诸葛长风', 'keyed' from one)
            update ledger
            set revision = revision + 1, state = case state when 'leased' then 'leased' else 'ready' end
            where step = 'index' and subject_id = (select id from one)
            """)
        .update();
    jdbc.sql(
            """
            with made as (insert into person (source) values ('keyed') returning id),
            named as (
              insert into name (person_id, kind, value, folded, source)
              select id, 'current', '上官云中', '上官云中', 'keyed' from made)
            insert into ledger (step, subject_kind, subject_id, lane) select 'index', 'person', id, 2 from made
            """)
        .update();
  }

  /**
   * Whatever answers, index or registry, finds the one who bears the name, and says which it was.
   */
  private void search() {
    try {
      JsonNode found = server.call("POST", "/search", "{\"query\":\"%s\"}".formatted(KNOWN));
      answers.add(found.get("degraded").isNull());
      if (!found.at("/people/0/name").asString("").equals(KNOWN)) {
        wrong.add(found.get("degraded").asString("the index") + " did not find");
      }
    } catch (UncheckedIOException e) {
      // Killed; who searches tries again.
    }
  }

  private void killWhen(String state, double share) throws Exception {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              Progress now = progress();
              long done = state.equals("filling") ? now.filled() : now.compared();
              return now.state().equals(state) && done >= share * subjects();
            });
    server.killServer();
    server = server.upAgain();
  }

  private void always(Runnable what, int pause) {
    meanwhile.add(
        Thread.startVirtualThread(
            () -> {
              while (!ended) {
                try {
                  what.run();
                  Thread.sleep(pause);
                } catch (RuntimeException e) {
                  wrong.add(e.toString());
                } catch (InterruptedException e) {
                  return;
                }
              }
            }));
  }

  private void stopMeanwhile() throws InterruptedException {
    ended = true;
    for (Thread thread : meanwhile) {
      thread.join();
    }
  }

  private Progress progress() {
    return jdbc.sql("select state, reached, filled, compared from index_rebuild")
        .query(
            (row, n) ->
                new Progress(
                    row.getString(1),
                    String.valueOf(row.getString(2)),
                    row.getLong(3),
                    row.getLong(4)))
        .single();
  }

  /** Every place where the rebuild was seen, in words that sort as the work goes. */
  private List<String> steps() {
    return seen.stream()
        .map(
            at ->
                List.of("waiting", "filling", "comparing", "done").indexOf(at.state())
                    + (at.reached().equals("null") ? "" : at.reached()))
        .toList();
  }

  private long subjects() {
    return count("step = 'index'");
  }

  private long unfinished() {
    return count("step = 'index' and state <> 'done'");
  }

  private long count(String which) {
    return jdbc.sql("select count(*) from ledger where " + which).query(Long.class).single();
  }

  private int generation() throws IOException {
    try (ElasticsearchClient elasticsearch = elasticsearch()) {
      String alias = parts.indexPrefix() + "people";
      String name =
          elasticsearch.indices().getAlias(a -> a.name(alias)).aliases().keySet().iterator().next();
      return Integer.parseInt(name.substring(alias.length() + 2));
    }
  }

  /** Those whose document is not in the index that answers with the revision of the registry. */
  private List<UUID> notAsInRegistry() throws IOException {
    List<UUID> missing = new ArrayList<>();
    try (ElasticsearchClient elasticsearch = elasticsearch()) {
      for (String kind : List.of("person", "item")) {
        Map<String, Long> revisions = revisions(kind);
        String index = parts.indexPrefix() + (kind.equals("person") ? "people" : "items");
        MgetResponse<Void> documents =
            elasticsearch.mget(
                m -> m.index(index).ids(List.copyOf(revisions.keySet())), Void.class);
        documents.docs().stream()
            .map(one -> one.result())
            .filter(one -> !one.found() || !Objects.equals(revisions.get(one.id()), one.version()))
            .forEach(one -> missing.add(UUID.fromString(one.id())));
      }
    }
    return missing;
  }

  private Map<String, Long> revisions(String kind) {
    Map<String, Long> revisions = new HashMap<>();
    jdbc.sql(
            "select subject_id, revision from ledger where step = 'index' and subject_kind = :kind")
        .param("kind", kind)
        .query(
            row -> {
              revisions.put(row.getString(1), row.getLong(2));
            });
    return revisions;
  }

  private ElasticsearchClient elasticsearch() {
    return SearchConfiguration.client(
        new SearchSettings(
            URI.create(parts.url()),
            parts.username(),
            parts.password(),
            parts.indexPrefix(),
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2)),
        Duration.ofSeconds(30));
  }
}
