package io.huodang.cli;

import io.huodang.bench.Figures;
import io.huodang.bench.Population;
import io.huodang.bench.SearchBench;
import io.huodang.bench.SearchBench.Filling;
import io.huodang.bench.SearchBench.Rebuild;
import io.huodang.bench.SearchBench.Report;
import io.huodang.bench.SearchBench.Size;
import io.huodang.bench.SearchBench.Step;
import io.huodang.bench.SearchBench.Without;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench search}: how fast, and whether, invented people are found over the API. */
@Command(
    name = "search",
    description = {
      "Fills a service of its own with invented people and papers and asks for them over the API,",
      "taking turns with plain Elasticsearch (multi_match on fields as analysed by default)."
    },
    mixinStandardHelpOptions = true)
final class BenchSearch implements Callable<Integer> {
  private static final long SEED = 20_261_124;

  @Option(names = "--people", paramLabel = "N", description = "People to invent; 20000.")
  private int people = 20_000;

  @Option(
      names = "--most-papers",
      paramLabel = "N",
      description = "Papers in a file at most, of one upwards; 6.")
  private int mostPapers = 6;

  @Option(
      names = "--pages-every",
      paramLabel = "N",
      description = "Of so many papers one has pages with text; 1: all have.")
  private int pagesEvery = 1;

  @Option(
      names = "--by-ledger",
      description = "Index at the pace of daily work instead of filling the index anew.")
  private boolean byLedger;

  @Option(names = "--no-baseline", description = "Without plain Elasticsearch beside it.")
  private boolean withoutBaseline;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Queries a second that come by chance; 20.")
  private double rate = 20;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long to ask; 120. 0: fill the folder only.")
  private int seconds = 120;

  @Option(names = "--rising", description = "Ask more and more often then, until it is too much.")
  private boolean rising;

  @Option(names = "--rebuild", description = "Fill the index anew then, and ask meanwhile.")
  private boolean rebuilding;

  @Option(
      names = "--without-index",
      description = "Take Elasticsearch away in the end, ask meanwhile, and bring it back.")
  private boolean withoutIndex;

  @Option(
      names = "--frozen",
      description = "The same, but stop it where it stands (SIGSTOP), and let it go on.")
  private boolean frozen;

  @Option(names = "--seed", paramLabel = "N", description = "What people and queries come from.")
  private long seed = SEED;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "A folder that stays, so that the next run need not fill it again.")
  private @Nullable Path scratch;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Only print the runs of which the file has the JSON, one a line, side by side.")
  private @Nullable Path table;

  @Override
  public Integer call() throws Exception {
    if (table != null) {
      System.out.print(
          new GrowthTable(
                  Files.readAllLines(table).stream()
                      .map(line -> JsonMapper.shared().readValue(line, Report.class))
                      .toList())
              .markdown());
      return 0;
    }
    System.err.printf("Seed %d%n", seed);
    Population population = Population.of(seed, people, mostPapers);
    Path folder = scratch == null ? BenchHome.passing("search") : scratch;
    try (BenchHome home =
            BenchHome.of(
                folder,
                scratch != null,
                "search, seed %d, %d people, %d papers at most, one in %d with pages"
                    .formatted(seed, people, mostPapers, pagesEvery));
        ScratchService service = ScratchService.on(home.path())) {
      SearchBench bench =
          SearchBench.of(
              service.registry(),
              service.elasticsearch(),
              Vault.inDirectory(service.vault()),
              population,
              pagesEvery,
              System.err::println);
      Filling filling = filling(home.path().resolve("filling.json"), bench, service.server());
      if (seconds == 0) {
        return 0;
      }
      Report report =
          bench.measure(
              filling,
              service.url(),
              service.clerk(),
              rate,
              Duration.ofSeconds(seconds),
              !withoutBaseline,
              rising,
              rebuilding ? () -> rebuild(service.server()) : null,
              takenAway(service));
      if (json) {
        System.out.println(JsonMapper.shared().writeValueAsString(report));
      } else {
        print(report);
      }
      return report.failures().isEmpty() ? 0 : 1;
    }
  }

  private SearchBench.@Nullable Node takenAway(ScratchService service) {
    if (frozen) {
      return service.frozenIndexNode();
    }
    return withoutIndex ? service.indexNode() : null;
  }

  /**
   * How the folder was filled, now or by an earlier run; one that was cut short is gone on with.
   */
  private Filling filling(Path record, SearchBench bench, Server server) throws Exception {
    Filling filling =
        Files.exists(record)
            ? JsonMapper.shared().readValue(Files.readString(record), Filling.class)
            : noted(record, bench.write(byLedger));
    if (filling.indexSeconds() > 0) {
      awaitRebuild(server.get("/reindex"), server); // a newer program may have begun it by itself
      return filling;
    }
    return noted(record, bench.index(filling, byLedger ? null : () -> rebuild(server)));
  }

  private static Filling noted(Path record, Filling filling) throws IOException {
    Files.writeString(record, JsonMapper.shared().writeValueAsString(filling));
    return filling;
  }

  private static void rebuild(Server server) throws IOException, InterruptedException {
    awaitRebuild(server.post("/reindex", null), server);
  }

  private static void awaitRebuild(JsonNode begun, Server server)
      throws IOException, InterruptedException {
    JsonNode state = begun;
    for (int n = 0; !List.of("none", "done").contains(state.path("state").asString()); n++) {
      Thread.sleep(500);
      state = server.get("/reindex");
      if (n % 20 == 0) {
        System.err.printf(
            "Indexing %d people and papers, %d are%n",
            state.path("subjects").asLong(), state.path("filled").asLong());
      }
    }
  }

  private static void print(Report report) {
    Filling filling = report.filling();
    System.out.printf(
        Locale.ROOT,
        "%d people, %d papers, %d pages; %s queries a second; %d processors; seed %d%n",
        filling.people(),
        filling.papers(),
        filling.pages(),
        report.rate(),
        report.processors(),
        report.seed());
    System.out.printf(
        Locale.ROOT,
        "Registry written in %.0f s, indexed in %.0f s (%.0f documents a second)%n",
        filling.registrySeconds(),
        filling.indexSeconds(),
        filling.documents() / filling.indexSeconds());
    for (Size size : report.sizes()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %d documents, %d MB%n",
          size.name(),
          size.documents(),
          size.bytes() >> 20);
    }
    System.out.printf(
        "%-16s %-26s %6s %6s %6s %8s %8s %8s %8s%n",
        "kind", "target", "asked", "in 20", "+1 key", "p50 ms", "p95 ms", "p99 ms", "max ms");
    report.figures().forEach(BenchSearch::print);
    for (Step step : report.rising()) {
      System.out.printf(Locale.ROOT, "%.0f queries a second:%n", step.rate());
      print(step.figures());
    }
    Rebuild rebuild = report.rebuild();
    if (rebuild != null) {
      System.out.println("Before the index is filled anew, and meanwhile:");
      print(rebuild.before());
      print(rebuild.meanwhile());
      System.out.printf(Locale.ROOT, "%.0f documents a second%n", rebuild.documents());
    }
    Without without = report.without();
    if (without != null) {
      System.out.println("The first seconds without Elasticsearch, then while it was away:");
      print(without.leaving());
      without.away().forEach(BenchSearch::print);
      System.out.printf(
          Locale.ROOT,
          "The index answered again %.1f s after its node was started or went on%n",
          without.secondsBack());
    }
    report.failures().forEach((what, times) -> System.out.printf("%d × %s%n", times, what));
  }

  private static void print(Figures one) {
    System.out.printf(
        Locale.ROOT,
        "%-16s %-26s %6d %5.1f%% %5.1f%% %8.1f %8.1f %8.1f %8.1f%n",
        one.kind(),
        one.target(),
        one.asked(),
        one.found(),
        one.narrowed(),
        one.p50(),
        one.p95(),
        one.p99(),
        one.max());
  }
}
