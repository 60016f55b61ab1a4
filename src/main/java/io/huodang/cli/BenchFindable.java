package io.huodang.cli;

import io.huodang.bench.Form;
import io.huodang.bench.Population;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.PlainReader;
import io.huodang.recognition.TrainedData;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench findable}: from the delivery of one form until its person is found. */
@Command(
    name = "findable",
    description = {
      "Delivers forms one at a time to an idle service of its own and asks for the citizen ID until",
      "it is found; beside it, plain Tesseract (psm 3) reads the same page."
    },
    mixinStandardHelpOptions = true)
final class BenchFindable implements Callable<Integer> {
  private static final long SEED = 20_261_124;
  private static final int UNMEASURED = 2;
  private static final long POLL_MILLIS = 20;
  private static final double PATIENCE_SECONDS = 120;

  @Option(names = "--count", paramLabel = "N", description = "Forms to invent; 20.")
  private int count = 20;

  @Option(names = "--scans", paramLabel = "DIR", description = "Scans instead of invented forms.")
  private @Nullable Path given;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What stands on the scans, as for bench recognition.")
  private @Nullable Path truth;

  @Option(names = "--seed", paramLabel = "N", description = "What the forms come from.")
  private long seed = SEED;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  private record Scan(Path file, String citizenId) {}

  /**
   * One form.
   *
   * @param findable seconds from the beginning of its delivery; null when it was not found in time
   * @param receive seconds until the receipt
   * @param open page, link, index: seconds from when that step could begin until it had ended
   * @param plain seconds of plain Tesseract on the same page
   * @param plainFound whether the number stands in what plain Tesseract read
   */
  record Measured(
      String form,
      @Nullable Double findable,
      double receive,
      double open,
      double page,
      double link,
      double index,
      double plain,
      boolean plainFound) {}

  @Override
  public Integer call() throws Exception {
    System.err.printf("Seed %d%n", seed);
    try (BenchHome home = BenchHome.of(BenchHome.passing("findable"), false, "findable");
        PlainReader plain = PlainReader.load(TrainedData.find());
        PageFiles files = new PageFiles()) {
      List<Scan> scans = given == null ? invented(home.path()) : given(given);
      List<Measured> all = new ArrayList<>();
      try (ScratchService service = ScratchService.on(home.path())) {
        String batch =
            service
                .server()
                .post(
                    "/batches",
                    Map.of("title", "findable", "source", "hall", "arrangement", "file-is-item"))
                .path("id")
                .asString();
        JdbcClient registry = JdbcClient.create(service.registry());
        for (Scan scan : scans) {
          all.add(measure(scan, batch, all.size(), service.server(), registry, plain, files));
          System.err.printf("%d of %d%n", all.size(), scans.size());
        }
      }
      List<Measured> counted = all.subList(Math.min(UNMEASURED, all.size() - 1), all.size());
      if (json) {
        System.out.println(
            JsonMapper.shared().writeValueAsString(Map.of("seed", seed, "forms", counted)));
      } else {
        print(counted);
      }
      return 0;
    }
  }

  private Measured measure(
      Scan scan,
      String batch,
      int number,
      Server server,
      JdbcClient registry,
      PlainReader plain,
      PageFiles files)
      throws IOException, InterruptedException {
    String name = String.valueOf(scan.file.getFileName());
    long start = System.nanoTime();
    String file =
        server
            .put("/batches/%s/files/%06d".formatted(batch, number), scan.file, "UTF-8''" + number)
            .path("id")
            .asString();
    double receive = since(start);
    Double findable = null;
    while (findable == null && since(start) < PATIENCE_SECONDS) {
      JsonNode found =
          server.post(
              "/search",
              Map.of("query", scan.citizenId, "in", List.of("people", "items"), "limit", 100));
      if (holds(found, file, registry)) {
        findable = since(start);
      } else {
        Thread.sleep(POLL_MILLIS);
      }
    }
    Map<String, Double> steps = steps(registry, UUID.fromString(file));
    long began = System.nanoTime();
    String text = plain.read(files.decode(scan.file, 1));
    double plainSeconds = since(began);
    return new Measured(
        name,
        findable,
        receive,
        steps.getOrDefault("open", 0.0),
        steps.getOrDefault("page", 0.0),
        steps.getOrDefault("link", 0.0),
        steps.getOrDefault("index", 0.0),
        plainSeconds,
        text.contains(scan.citizenId));
  }

  /** Whether the person is found by the number, and this form with the person. */
  private static boolean holds(JsonNode found, String file, JdbcClient registry) {
    return found.path("people").valueStream().anyMatch(BenchFindable::byNumber)
        && found
            .path("items")
            .valueStream()
            .filter(BenchFindable::byNumber)
            .anyMatch(item -> isOf(file, item.path("id").asString(), registry));
  }

  private static boolean byNumber(JsonNode hit) {
    return hit.path("why").asString("").equals("citizen-id");
  }

  private static boolean isOf(String file, String item, JdbcClient registry) {
    return registry
        .sql("select exists (select from item where id = :item and scan_file_id = :file)")
        .param("item", UUID.fromString(item))
        .param("file", UUID.fromString(file))
        .query(Boolean.class)
        .single();
  }

  /** Seconds of each step, waiting for its turn included, from the ledger. */
  private static Map<String, Double> steps(JdbcClient registry, UUID file) {
    Map<String, Double> steps = new LinkedHashMap<>();
    registry
        .sql(
            """
            with subject as (
              select :file as id
              union select id from page where scan_file_id = :file
              union select id from item where scan_file_id = :file)
            select l.step, extract(epoch from max(l.finished_at) - min(l.created_at)) as seconds
            from ledger l join subject s on s.id = l.subject_id
            where l.finished_at is not null group by l.step
            """)
        .param("file", file)
        .query((row, n) -> steps.put(row.getString("step"), round(row.getDouble("seconds"))))
        .list();
    return steps;
  }

  private List<Scan> invented(Path home) throws IOException {
    Population population = Population.of(seed, count + UNMEASURED);
    Path folder = Files.createDirectories(home.resolve("forms"));
    List<Scan> scans = new ArrayList<>();
    for (int i = 0; i < population.people().size(); i++) {
      Path file = folder.resolve("%04d.png".formatted(i));
      Form form = Form.of(population, i);
      form.write(file);
      scans.add(new Scan(file, form.person().citizenId().value()));
    }
    return scans;
  }

  private List<Scan> given(Path folder) throws IOException {
    if (truth == null) {
      throw new Refusal("no-truth", "Scans need --truth FILE, which says what stands on them");
    }
    Map<Path, Scan> byFile = new LinkedHashMap<>();
    for (KnownPage page : KnownPage.of(folder, truth)) {
      String number = page.fields().get("citizenId");
      if (page.page() == 1 && number != null) {
        byFile.put(page.file(), new Scan(page.file(), number));
      }
    }
    return List.copyOf(byFile.values());
  }

  private static void print(List<Measured> forms) {
    long found = forms.stream().filter(form -> form.findable != null).count();
    System.out.printf("%d forms, %d found by citizen ID%n", forms.size(), found);
    System.out.printf("%-34s %8s %8s%n", "seconds", "p50", "max");
    line(
        "delivery to findable",
        forms,
        form -> form.findable == null ? PATIENCE_SECONDS : form.findable);
    line("  receive (until the receipt)", forms, Measured::receive);
    line("  open", forms, Measured::open);
    line("  page (read)", forms, Measured::page);
    line("  link", forms, Measured::link);
    line("  index", forms, Measured::index);
    line("plain tesseract psm 3, same page", forms, Measured::plain);
    System.out.printf(
        "the number stands in plain tesseract's text: %d of %d%n",
        forms.stream().filter(Measured::plainFound).count(), forms.size());
  }

  private static void line(String what, List<Measured> forms, ToDoubleFunction<Measured> seconds) {
    double[] sorted = forms.stream().mapToDouble(seconds).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-34s %8.2f %8.2f%n",
        what,
        sorted[(sorted.length - 1) / 2],
        sorted[sorted.length - 1]);
  }

  private static double since(long start) {
    return round((System.nanoTime() - start) / 1e9);
  }

  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
