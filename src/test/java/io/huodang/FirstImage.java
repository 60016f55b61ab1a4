package io.huodang;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench first-image}: what a clerk waits for, in a real browser. */
@Command(
    name = "first-image",
    description = {
      "Starts a service with the samples, types citizen IDs in Chromium and measures from Enter until",
      "the first page of the person's file is drawn; beside it, the same picture alone, fetched and",
      "decoded by the same browser."
    },
    mixinStandardHelpOptions = true)
public final class FirstImage implements Callable<Integer> {
  private static final int UNMEASURED = 3;
  private static final int LONGEST_SECONDS = 900;
  private static final String ANY_DRAWN =
      "() => [...document.querySelectorAll('main img')].some(i => i.complete && i.naturalWidth > 400)";
  private static final String PICTURE_ALONE =
      """
      async (page) => {
        const begin = performance.now();
        const answer = await fetch(`/api/v1/pages/${page}/image?size=screen`, {cache: 'no-store'});
        await createImageBitmap(await answer.blob());
        return performance.now() - begin;
      }
      """;

  @Option(names = "--rounds", paramLabel = "N", description = "How often, 50 unless given.")
  private int rounds = 50;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  /** Someone of the samples, and the page that their file opens with. */
  private record Known(String citizenId, String firstPage) {}

  /** Milliseconds. */
  record Measured(double suggested, double firstImage, double pictureAlone) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FirstImage()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("huodang-first-image");
    folder.toFile().setExecutable(true, false);
    try (ServerProcess server = ServerProcess.up(folder.resolve("home"), "--demo");
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      awaitRead(server);
      List<Known> people = found(server);
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      List<Measured> all = new ArrayList<>();
      for (int i = 0; i < rounds + UNMEASURED; i++) {
        all.add(measure(page, server, people.get(i % people.size())));
      }
      print(people.size(), all.subList(UNMEASURED, all.size()));
      return 0;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Measured measure(Page page, ServerProcess server, Known known) {
    page.navigate(server.url() + "/");
    long typed = System.nanoTime();
    page.fill("#query", known.citizenId());
    page.waitForSelector("#results a.hit");
    double suggested = since(typed);
    page.keyboard().press("ArrowDown");
    long entered = System.nanoTime();
    page.keyboard().press("Enter");
    page.waitForFunction(ANY_DRAWN);
    double firstImage = since(entered);
    double alone = ((Number) page.evaluate(PICTURE_ALONE, known.firstPage())).doubleValue();
    return new Measured(suggested, firstImage, alone);
  }

  private static void awaitRead(ServerProcess server) throws IOException, InterruptedException {
    server.awaitSaying("Demo: ");
    for (int i = 0; i < LONGEST_SECONDS; i++) {
      boolean done =
          server
              .call("GET", "/batches", "")
              .get("items")
              .valueStream()
              .allMatch(batch -> batch.get("state").asString().equals("done"));
      if (done) {
        return;
      }
      Thread.sleep(1000);
    }
    throw new IllegalStateException("The samples were not read in time");
  }

  /** Numbers of the samples by which exactly one person with pages is found. */
  private static List<Known> found(ServerProcess server) {
    Set<String> numbers = new LinkedHashSet<>();
    JsonMapper.shared()
        .readTree(Path.of("ingest/samples/truth.json").toFile())
        .findValues("citizenId")
        .stream()
        .filter(JsonNode::isString) // its box is another
        .map(JsonNode::asString)
        .forEach(numbers::add);
    return numbers.stream().flatMap(number -> find(server, number).stream()).toList();
  }

  private static Optional<Known> find(ServerProcess server, String number) {
    JsonNode people =
        server
            .call("POST", "/search", "{\"query\":\"%s\",\"in\":[\"people\"]}".formatted(number))
            .get("people");
    return people.size() == 1 && people.get(0).get("pageCount").asInt() > 0
        ? Optional.of(new Known(number, people.get(0).get("firstPageId").asString()))
        : Optional.empty();
  }

  private void print(int people, List<Measured> all) {
    double[] suggested = all.stream().mapToDouble(Measured::suggested).sorted().toArray();
    double[] firstImage = all.stream().mapToDouble(Measured::firstImage).sorted().toArray();
    double[] alone = all.stream().mapToDouble(Measured::pictureAlone).sorted().toArray();
    if (json) {
      System.out.println(
          JsonMapper.shared().writeValueAsString(Map.of("people", people, "rounds", all)));
      return;
    }
    System.out.printf(
        "%d people, %d rounds%n%-44s %8s %8s%n", people, all.size(), "ms", "p50", "p99");
    line("typed to hits (the pause in typing included)", suggested);
    line("Enter to the first page drawn", firstImage);
    line("the picture alone, fetched and decoded", alone);
  }

  private static void line(String what, double[] sorted) {
    System.out.printf(Locale.ROOT, "%-44s %8.0f %8.0f%n", what, at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
