package io.huodang.cli;

import io.huodang.local.Processes;
import io.huodang.vocabulary.Refusal;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.WorkersSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench soak}: whether page workers grow or slow down when they read for long. */
@Command(
    name = "soak",
    description = {
      "Reads the same scans again and again in page workers that nobody replaces for their age, makes",
      "their pictures, and watches the resident memory of the workers and of the process that gives",
      "them their work."
    },
    mixinStandardHelpOptions = true)
final class BenchSoak implements Callable<Integer> {
  private static final Set<String> PICTURES = Set.of("thumb", "screen");
  private static final int STEP = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "Scans with their truth.json; the samples unless given.")
  private @Nullable Path path;

  @Option(names = "--pages", paramLabel = "N", description = "How many (1500).")
  private int pages = 1500;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  /**
   * How it stood after some pages.
   *
   * @param pages since the beginning
   * @param pagesPerMinute of the last hundred
   * @param worker resident megabytes of a worker, the mean of all while they read
   * @param server megabytes of the process that gives them work, without its garbage
   */
  record Step(int pages, double pagesPerMinute, double worker, double server) {}

  /**
   * All steps, and what they say.
   *
   * @param workerSlope megabytes a worker grows for each thousand pages, after the first third, in
   *     which it comes to its size
   * @param serverSlope the same of the process that gives them work
   * @param firstThird pages a minute
   * @param lastThird pages a minute
   * @param replaced workers that ended for their size
   */
  record Result(
      List<Step> steps,
      double workerSlope,
      double serverSlope,
      double firstThird,
      double lastThird,
      long replaced) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = path == null ? Installation.folder("ingest/samples") : path;
    List<BenchPages> scans = new ArrayList<>();
    for (KnownPage page : KnownPage.of(folder, folder.resolve("truth.json"))) {
      scans.add(new BenchPages(page.file(), List.of(page.page())));
    }
    if (scans.isEmpty() || pages < 3 * STEP) {
      throw new Refusal("nothing-to-read", "Give scans, and read 300 pages or more");
    }
    List<Step> steps = new ArrayList<>();
    try (PageWorkers workers = PageWorkers.start(WorkersSettings.defaults().recycledNever())) {
      for (int read = 0; read < pages; read += STEP) {
        Step step = step(workers, next(scans, read), read + STEP);
        steps.add(step);
        if (!json) {
          System.out.printf(
              Locale.ROOT,
              "%5d pages  %6.1f pages a minute  worker %6.1f MB  server %6.1f MB%n",
              step.pages,
              step.pagesPerMinute,
              step.worker,
              step.server);
        }
      }
      print(result(steps, workers.status().recycled()));
    }
    return 0;
  }

  private static Step step(PageWorkers workers, List<BenchPages> scans, int pages)
      throws InterruptedException {
    try (WatchedMemory memory = WatchedMemory.of(workers)) {
      long start = System.nanoTime();
      BenchPages.read(scans, workers, PICTURES, true);
      double minutes = (System.nanoTime() - start) / 60e9;
      double workersMemory = memory.mean();
      // What is garbage here says nothing; the heap shrinks to what lives.
      System.gc();
      return new Step(
          pages,
          rounded(STEP / minutes),
          rounded(megabytes(workersMemory / Math.max(1, workers.status().running()))),
          rounded(megabytes(Processes.memory(List.of(ProcessHandle.current().pid())))));
    }
  }

  private static List<BenchPages> next(List<BenchPages> scans, int first) {
    List<BenchPages> next = new ArrayList<>();
    for (int i = first; i < first + STEP; i++) {
      next.add(scans.get(i % scans.size()));
    }
    return next;
  }

  private static Result result(List<Step> steps, long replaced) {
    int third = steps.size() / 3;
    List<Step> settled = steps.subList(third, steps.size());
    return new Result(
        steps,
        slope(settled, Step::worker),
        slope(settled, Step::server),
        speed(steps.subList(0, third)),
        speed(steps.subList(steps.size() - third, steps.size())),
        replaced);
  }

  /** Of the line with the least squares of distances, for each thousand pages. */
  private static double slope(List<Step> steps, ToDoubleFunction<Step> megabytes) {
    double meanPages = steps.stream().mapToInt(Step::pages).average().orElseThrow();
    double mean = steps.stream().mapToDouble(megabytes).average().orElseThrow();
    double shared = 0;
    double square = 0;
    for (Step step : steps) {
      shared += (step.pages - meanPages) * (megabytes.applyAsDouble(step) - mean);
      square += (step.pages - meanPages) * (step.pages - meanPages);
    }
    return rounded(1000 * shared / square);
  }

  private static double speed(List<Step> steps) {
    return rounded(
        steps.size() / steps.stream().mapToDouble(step -> 1 / step.pagesPerMinute).sum());
  }

  private void print(Result result) {
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(result));
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "after the first third, a worker grows by %.1f MB in 1,000 pages, the server by %.1f;%n"
            + "pages a minute: first third %.1f, last third %.1f; workers replaced for their size: %d%n",
        result.workerSlope,
        result.serverSlope,
        result.firstThird,
        result.lastThird,
        result.replaced);
  }

  private static double megabytes(double bytes) {
    return bytes / (1 << 20);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
