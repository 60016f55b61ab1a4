package io.huodang.cli;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.invented.Townspeople;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench linking}: whose drawn pages are, from the pictures to the links. */
@Command(
    name = "linking",
    description = {
      "Delivers what 'bench samples' drew to a service of its own that knows a roster, and holds whose",
      "each page and each row of a list is said to be against who stands there. The people on the pages",
      "have relatives and namesakes on the roster, and one in ten of them is not on it. Beside it stands",
      "what the same readings link by a valid ID alone, and by exact matches only."
    },
    mixinStandardHelpOptions = true)
final class BenchLinking implements Callable<Integer> {
  private static final String TRUTH = "truth.json";

  @Parameters(paramLabel = "DIR", description = "What 'bench samples --out DIR' drew.")
  private Path scans = Path.of("");

  @Option(names = "--people", paramLabel = "N", description = "People on the roster, about.")
  private int people = 300_000;

  @Option(names = "--seed", paramLabel = "S", description = "Whom relatives and namesakes have.")
  private long seed = 1;

  @Option(names = "--misses", description = "Also print who is left to people with two keys read.")
  private boolean misses;

  @Override
  public Integer call() throws Exception {
    List<KnownPage> pages = KnownPage.of(scans, scans.resolve(TRUTH));
    Subjects subjects = Subjects.of(seedOf(scans.resolve(TRUTH)), people, pages);
    Townspeople town = Townspeople.around(subjects.onPapers(), subjects.others(), new Draw(seed));
    System.err.printf(
        "%d pages, %d people on them, %,d on the roster%n",
        pages.size(), subjects.onPapers().size(), town.registered().size());
    try (BenchHome home = BenchHome.of(BenchHome.passing("linking"), false, "linking");
        ScratchService service = ScratchService.on(home.path())) {
      Path roster = home.path().resolve("roster.csv");
      write(town.registered(), roster);
      Demo.importRoster(service.server(), roster);
      System.err.println("The roster is known; delivering");
      deliver(pages, service.server());
      BenchDelivery.awaitDone(service.server());
      List<Standing> standings =
          Standings.of(
              scans,
              pages,
              subjects,
              new HashSet<>(town.registered()),
              JdbcClient.create(service.registry()));
      LinkingReport report = new LinkingReport(standings, new ExactMatches(town.registered()));
      System.out.println(report.tables());
      report.wrong().forEach(System.out::println);
      if (misses) {
        report.missed().forEach(System.err::println);
      }
    }
    return 0;
  }

  private static long seedOf(Path truth) {
    JsonNode seed = JsonMapper.shared().readTree(truth.toFile()).path("seed");
    if (!seed.isIntegralNumber()) {
      throw new Refusal("no-seed", truth + " does not say of which seed its people are");
    }
    return seed.asLong();
  }

  private static void write(List<Person> people, Path roster) throws IOException {
    try (Writer out = Files.newBufferedWriter(roster)) {
      out.write("姓名,曾用名,身份证号,个人编号,性别,出生日期,单位名称\n");
      for (Person person : people) {
        String row =
            String.join(
                ",",
                person.name(),
                Objects.requireNonNullElse(person.formerName(), ""),
                person.citizenId(),
                person.insuredNumber(),
                person.sex(),
                person.birth().toString(),
                person.employer().name());
        out.write(row + "\n");
      }
    }
  }

  private void deliver(List<KnownPage> pages, Server server)
      throws IOException, InterruptedException {
    String batch =
        server
            .post(
                "/batches",
                Map.of("title", "linking", "source", "vendor", "arrangement", "file-is-item"))
            .path("id")
            .asString();
    int sent = 0;
    for (KnownPage page : pages) {
      new Parcel(page.file(), scans.relativize(page.file()).toString())
          .sendTo(server, batch, ++sent);
    }
    server.post("/batches/" + batch + "/seal", null);
  }
}
