package io.huodang.cli;

import io.huodang.bench.QualityScore;
import io.huodang.bench.QualitySet;
import io.huodang.bench.QueryClass;
import io.huodang.bench.SearchQuality;
import io.huodang.bench.SearchQuality.Half;
import io.huodang.bench.SearchQuality.Report;
import io.huodang.vault.Vault;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench search-quality}: how well people are found, by what is known of them. */
@Command(
    name = "search-quality",
    description = {
      "Fills a service of its own with the search quality set and asks all of its queries over the API, of",
      "plain Elasticsearch (multi_match on fields as analysed by default) and of PostgreSQL (ILIKE, pg_trgm)."
    },
    mixinStandardHelpOptions = true)
final class BenchSearchQuality implements Callable<Integer> {

  @Option(
      names = "--set",
      paramLabel = "DIR",
      description = "Where the set is; src/test/resources/search.")
  private Path set = Path.of("src", "test", "resources", "search");

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "A folder that stays, so that the next run need not fill it again.")
  private @Nullable Path scratch;

  @Option(
      names = "--misses",
      description = "Also the queries of the development half that missed, and what came first.")
  private boolean misses;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    SearchQuality quality = new SearchQuality(QualitySet.in(set), System.err::println);
    Path folder = scratch == null ? BenchHome.passing("search-quality") : scratch;
    try (BenchHome home = BenchHome.of(folder, scratch != null, "search-quality");
        ScratchService service = ScratchService.on(home.path())) {
      quality.fill(service.registry(), Vault.inDirectory(service.vault()));
      Report report =
          quality.measure(
              service.url(), service.clerk(), service.registry(), service.elasticsearch());
      if (json) {
        System.out.println(JsonMapper.shared().writeValueAsString(report));
      } else {
        print(report);
      }
      return 0;
    }
  }

  private void print(Report report) {
    System.out.printf(
        Locale.ROOT,
        "%d people, %d papers; %d processors%n",
        report.people(),
        report.papers(),
        report.processors());
    report.halves().forEach(BenchSearchQuality::print);
    if (misses) {
      System.out.println();
      for (SearchQuality.Miss miss : report.misses()) {
        System.out.printf(
            "%-16s %s  meant %s, first came %s%n",
            miss.queryClass().word(),
            miss.typed().replace("\n", "\\n"),
            miss.meant(),
            miss.found());
      }
    }
  }

  private static void print(Half half) {
    System.out.printf("%n%-16s %4s", half.name(), "n");
    half.scores().keySet().forEach(target -> System.out.printf(" | %-26s", target));
    System.out.printf("%n%-21s", "");
    half.scores()
        .keySet()
        .forEach(any -> System.out.printf(" | %5s %5s %5s %8s", "S@1", "S@3", "MRR", "recall20"));
    System.out.println();
    for (QueryClass one : QueryClass.values()) {
      Map<String, QualityScore> scores =
          half.scores().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      target -> target.getValue().get(one),
                      (first, second) -> first,
                      java.util.LinkedHashMap::new));
      QualityScore ours = scores.values().iterator().next();
      System.out.printf("%-16s %4d", one.word(), ours.asked());
      for (QualityScore score : scores.values()) {
        System.out.printf(
            Locale.ROOT,
            " | %5.3f %5.3f %5.3f %8.3f",
            score.successAt1(),
            score.successAt3(),
            score.reciprocalRank(),
            score.recallAt20());
      }
      System.out.println(one.isReachedBy(ours) ? "" : "  below its aim of " + one.aim());
    }
  }
}
