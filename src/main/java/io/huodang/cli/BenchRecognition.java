package io.huodang.cli;

import io.huodang.extraction.PageRequest;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.PlainReader;
import io.huodang.recognition.TrainedData;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench recognition}: errors and seconds against plain Tesseract on the same pages. */
@Command(
    name = "recognition",
    description = {
      "Reads scans whose text is known and compares with plain Tesseract (psm 3, whole page).",
      "Takes the scans and the truth that 'bench samples' or 'bench heldout' makes, or a folder for",
      "each kind of damage with files named after their page."
    },
    mixinStandardHelpOptions = true)
public final class BenchRecognition implements Callable<Integer> {
  /** The row of pages of whose form nothing is known. */
  private static final String UNTOLD = "(form not told)";

  private static final String OURS = "huodang";
  private static final String BASELINE = "tesseract psm 3";

  @Option(names = "--scans", required = true, paramLabel = "DIR", description = "The scans.")
  private Path scans = Path.of("");

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "What stands on them: truth.json of 'bench samples', or JSON by page name.")
  private Path truth = Path.of("");

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", description = "Pages at a time.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--without-baseline", description = "Only our own reader.")
  private boolean withoutBaseline;

  @Option(names = "--misses", description = "Also print each key that was not read right.")
  private boolean misses;

  private interface Reader {
    Reading of(KnownPage page) throws Exception;
  }

  private record Timed(List<Score.Read> read, double seconds) {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    List<KnownPage> pages = KnownPage.of(scans, truth);
    if (pages.isEmpty()) {
      throw new Refusal("nothing-to-read", "No page of %s stands in %s".formatted(scans, truth));
    }
    List<Score> scores = new ArrayList<>();
    List<Score.Read> all = new ArrayList<>();
    double seconds = 0;
    try (Readers readers = Readers.load(threads)) {
      for (var group : by(pages, KnownPage::group).entrySet()) {
        Timed ours = read(group.getValue(), threads, page -> huodang(readers, page));
        scores.add(Score.of(group.getKey(), OURS, ours.read, ours.seconds));
        all.addAll(ours.read);
        seconds += ours.seconds;
        if (!withoutBaseline) {
          Timed plain = read(group.getValue(), threads, BenchRecognition::plain);
          scores.add(Score.of(group.getKey(), BASELINE, plain.read, plain.seconds));
        }
      }
    }
    by(all, read -> Objects.requireNonNullElse(read.known().documentType(), UNTOLD))
        .forEach((type, read) -> scores.add(Score.of(type, OURS, read, 0)));
    scores.add(Score.of("all", OURS, all, seconds));
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(scores));
    } else {
      scores.forEach(score -> System.out.println(score.line()));
    }
    if (misses) {
      all.forEach(BenchRecognition::printMisses);
    }
    return 0;
  }

  private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> group) {
    return all.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
  }

  /** Seconds that plain Tesseract needs for these pages, so many at a time. */
  static double secondsOfPlain(List<KnownPage> pages, int threads)
      throws InterruptedException, ExecutionException {
    return read(pages, threads, BenchRecognition::plain).seconds;
  }

  private static Timed read(List<KnownPage> pages, int threads, Reader reader)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    List<Future<Reading>> readings;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      readings = pages.stream().map(page -> pool.submit(() -> reader.of(page))).toList();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Score.Read> read = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      read.add(new Score.Read(pages.get(i), readings.get(i).get()));
    }
    return new Timed(read, seconds);
  }

  private static Reading huodang(Readers readers, KnownPage page) throws InterruptedException {
    PageRequest request =
        new PageRequest(page.file(), page.page(), page.file(), Set.of(), true, -1);
    return Reading.of(readers.with(reader -> reader.read(request)));
  }

  private static Reading plain(KnownPage page) {
    try (PlainReader reader = PlainReader.load(TrainedData.find());
        PageFiles files = new PageFiles()) {
      return Reading.ofText(reader.read(files.decode(page.file(), page.page())));
    }
  }

  /** The numbers are invented people's: they may be shown. */
  private static void printMisses(Score.Read read) {
    KnownPage known = read.known();
    if (known.documentType() != null && !read.reading().isOf(known.documentType())) {
      System.out.printf(
          "%s: %s taken for %s%n",
          known.file(), known.documentType(), read.reading().documentType());
    }
    for (String key : Reading.KEYS) {
      String expected = known.fields().get(key);
      String found = read.reading().fields() == null ? null : read.reading().fields().get(key);
      if (expected == null ? found != null : !expected.equals(found)) {
        System.out.printf("%s: %s is %s, read %s%n", known.file(), key, expected, found);
      }
    }
  }
}
