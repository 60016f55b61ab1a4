package io.huodang.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench delivery}: the sample batches from their delivery until all is findable. */
@Command(
    name = "delivery",
    description = {
      "Delivers the sample batches with their roster to a service of its own, waits until every page",
      "is findable, flagged or quarantined, and compares whose each item is with what stands on it;",
      "afterwards plain Tesseract (psm 3) reads the same pages, as many at a time as there are cores."
    },
    mixinStandardHelpOptions = true)
final class BenchDelivery implements Callable<Integer> {
  private static final long POLL_MILLIS = 100;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "What 'bench samples --demo-batch DIR' made, instead of the samples.")
  private @Nullable Path given;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(names = "--misses", description = "Also print items not found by all that stands there.")
  private boolean misses;

  @Override
  public Integer call() throws Exception {
    Path samples = given == null ? Installation.folder("ingest/samples") : given;
    List<KnownPage> pages = KnownPage.of(samples, samples.resolve("truth.json"));
    Map<String, Object> figures = new LinkedHashMap<>();
    try (BenchHome home = BenchHome.of(BenchHome.passing("delivery"), false, "delivery");
        ScratchService service = ScratchService.on(home.path())) {
      long start = System.nanoTime();
      new Demo(samples, home.path()).deliverTo(service.server());
      int read = awaitDone(service.server());
      double seconds = since(start);
      figures.put("pages", read);
      figures.put("seconds", Math.round(seconds * 10) / 10.0);
      figures.put("pagesPerMinute", perMinute(read, seconds));
      Ownership found = Ownership.of(JdbcClient.create(service.registry()), pages);
      figures.putAll(found.figures());
      if (misses) {
        found.misses().forEach(System.err::println);
      }
    }
    double plain = PlainTesseract.secondsFor(pages, Runtime.getRuntime().availableProcessors());
    figures.put("plainPagesPerMinute", perMinute(pages.size(), plain));
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(figures));
    } else {
      figures.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
    }
    return 0;
  }

  /**
   * Waits until all batches are done; returns how many pages came of it, the quarantined among
   * them.
   */
  static int awaitDone(Server server) throws Exception {
    while (true) {
      List<JsonNode> batches = server.get("/batches").path("items").valueStream().toList();
      if (batches.stream().allMatch(batch -> batch.path("state").asString().equals("done"))) {
        return batches.stream().mapToInt(batch -> batch.at("/pages/total").asInt()).sum();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long perMinute(int pages, double seconds) {
    return Math.round(60 * pages / seconds);
  }
}
