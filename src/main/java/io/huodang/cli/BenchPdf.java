package io.huodang.cli;

import io.huodang.recognition.FileOutcome;
import io.huodang.vocabulary.Refusal;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.WorkerFault;
import io.huodang.workers.WorkersSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench pdf}: what a PDF costs beside its pages as single files, in time and memory. */
@Command(
    name = "pdf",
    description = {
      "Reads scans as single JPEG files, then the same bytes as pages of one PDF, in page workers;",
      "then makes the pictures of some pages spread over a very long PDF, and of the same files."
    },
    mixinStandardHelpOptions = true)
final class BenchPdf implements Callable<Integer> {
  private static final Set<String> PICTURES = Set.of("thumb", "screen");

  @Option(names = "--scans", required = true, paramLabel = "DIR", description = "JPEG scans.")
  private Path scans = Path.of("");

  @Option(names = "--pages", paramLabel = "N", description = "Pages of the first PDF (200).")
  private int pages = 200;

  @Option(names = "--long", paramLabel = "N", description = "Pages of the long PDF (2500).")
  private int many = 2500;

  @Option(names = "--looked-at", paramLabel = "N", description = "Pages of it to look at (60).")
  private int lookedAt = 60;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  /**
   * How one way to deliver the pages went.
   *
   * @param opening seconds until the pages were counted, all files together
   * @param pagesPerMinute of the wall clock, all workers together
   * @param peakMegabytes resident in the page workers together, at most
   */
  record Score(
      String what,
      int pages,
      long megabytes,
      double opening,
      double pagesPerMinute,
      long peakMegabytes) {}

  /** What was measured, and the ratios against the single files. */
  record Result(List<Score> scores, double speed, double speedOfLong) {}

  @Override
  public Integer call() throws Exception {
    List<Path> files = scans();
    Path folder = Files.createTempDirectory("huodang-bench");
    try {
      Path pdf = JpegPdf.write(folder.resolve("scans.pdf"), files, pages);
      Score single = score("jpeg files", asFiles(files, pages), true);
      Score one = score("one pdf", List.of(new BenchPages(pdf, all(pages))), true);
      Path endless = JpegPdf.write(folder.resolve("long.pdf"), files, many);
      Score few = score("jpeg files, pictures only", asFiles(files, lookedAt), false);
      Score spread =
          score("long pdf, pictures only", List.of(new BenchPages(endless, spread())), false);
      print(
          new Result(
              List.of(single, one, few, spread),
              rounded(one.pagesPerMinute / single.pagesPerMinute),
              rounded(spread.pagesPerMinute / few.pagesPerMinute)));
      return 0;
    } finally {
      Files.deleteIfExists(folder.resolve("scans.pdf"));
      Files.deleteIfExists(folder.resolve("long.pdf"));
      Files.deleteIfExists(folder);
    }
  }

  private Score score(String what, List<BenchPages> files, boolean readText)
      throws WorkerFault, IOException, InterruptedException {
    try (PageWorkers workers = PageWorkers.start(WorkersSettings.defaults());
        WatchedMemory memory = WatchedMemory.of(workers)) {
      long start = System.nanoTime();
      long bytes = 0;
      for (BenchPages file : files) {
        bytes += Files.size(file.path());
        if (!(workers.open(file.bytes(), BenchPages.LANE) instanceof FileOutcome.Opened)) {
          throw new Refusal("no-pages", file.path() + " has no pages; give JPEG scans.");
        }
      }
      double opening = (System.nanoTime() - start) / 1e9;
      int count = BenchPages.read(files, workers, PICTURES, readText);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Score(
          what,
          count,
          bytes >> 20,
          rounded(opening),
          rounded(count * 60 / seconds),
          memory.most() >> 20);
    }
  }

  private List<Path> scans() throws IOException {
    try (Stream<Path> found = Files.walk(scans)) {
      List<Path> files = found.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
      if (files.isEmpty()) {
        throw new Refusal("nothing-to-read", "There is no .jpg in " + scans);
      }
      return files;
    }
  }

  /** Each file as often as it takes. */
  private static List<BenchPages> asFiles(List<Path> files, int count) throws IOException {
    List<BenchPages> single = new ArrayList<>();
    for (int page = 0; page < count; page++) {
      single.add(new BenchPages(files.get(page % files.size()), List.of(1)));
    }
    return single;
  }

  private static List<Integer> all(int count) {
    return Stream.iterate(1, page -> page + 1).limit(count).toList();
  }

  /** Spread over the long one, from its first page to its last, in no order that helps. */
  private List<Integer> spread() {
    List<Integer> spread = new ArrayList<>();
    for (int page = 0; page < lookedAt; page++) {
      spread.add(1 + (int) ((long) page * (many - 1) / Math.max(1, lookedAt - 1)));
    }
    Collections.shuffle(spread, new java.util.Random(7));
    return spread;
  }

  private void print(Result result) {
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(result));
      return;
    }
    for (Score score : result.scores) {
      System.out.printf(
          Locale.ROOT,
          "%-26s %5d pages of %5d MB  opened in %6.2f s  %6.1f pages a minute  peak %5d MB%n",
          score.what,
          score.pages,
          score.megabytes,
          score.opening,
          score.pagesPerMinute,
          score.peakMegabytes);
    }
    System.out.printf(
        Locale.ROOT,
        "pages a minute as one PDF against single files: %.2f; of the long PDF: %.2f%n",
        result.speed,
        result.speedOfLong);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
