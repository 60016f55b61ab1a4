package io.huodang.cli;

import io.huodang.cli.Contestant.Attempt;
import io.huodang.cli.Contestant.Read;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PageRequest;
import io.huodang.recognition.Effort;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench recognition}: errors and pages a minute against plain Tesseract, by turns. */
@Command(
    name = "recognition",
    description = {
      "Reads scans whose text is known, a few by us, the same few by plain Tesseract (psm 3, whole",
      "page, one thread), and so on, and some by OCRmyPDF. Pages filled in by hand are counted apart.",
      "Takes what 'bench samples' or 'bench heldout' made, or a folder for each kind of damage with",
      "files named after their page."
    },
    mixinStandardHelpOptions = true)
public final class BenchRecognition implements Callable<Integer> {
  /** The row of pages of whose form nothing is known. */
  private static final String UNTOLD = "(form not told)";

  /** Pages for each reader before the next one's turn: whoever else loads the machine loads all. */
  private static final int LOT = 6;

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "The folder of scans.")
  private @Nullable Path path;

  @Option(names = "--scans", paramLabel = "DIR", description = "The same.")
  private @Nullable Path scans;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What stands on them, unless it is truth.json among them.")
  private @Nullable Path truth;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", description = "Pages at a time.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--without-baseline", description = "Only our own reader.")
  private boolean withoutBaseline;

  @Option(
      names = "--ocrmypdf",
      paramLabel = "N",
      description = "Pages of each class for OCRmyPDF where installed, clean and damaged: 2 each.")
  private int ocrMyPdfPages = 2;

  @Option(names = "--scaling", description = "Also one reader alone.")
  private boolean scaling;

  @Option(names = "--misses", description = "Also print each key that was not read right.")
  private boolean misses;

  /**
   * All that is printed.
   *
   * @param byClass print, by class and whether it is damaged; then what was filled in by hand
   * @param byDamage print, by what happened to it
   * @param byType print, by document type
   * @param beside OCRmyPDF and we on the first pages of each class
   * @param asOneReader how many times the pages a minute of one reader all of them make; null
   *     unless asked for
   */
  record Result(
      List<Score> byClass,
      List<Score> byDamage,
      List<Score> byType,
      List<Score> beside,
      @Nullable Double asOneReader) {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    print(measured());
    return 0;
  }

  Result measured() throws IOException, InterruptedException, ExecutionException {
    List<KnownPage> pages = pages();
    try (Readers readers = Readers.load(threads)) {
      Contestant ours = new Contestant("huodang", threads, page -> huodang(readers, page));
      List<Contestant> contestants = new ArrayList<>(List.of(ours));
      if (!withoutBaseline) {
        contestants.add(PlainTesseract.of(threads));
      }
      if (scaling) {
        contestants.add(new Contestant("huodang, one reader", 1, ours.reader()));
      }
      // The first pages also compile our code and fill the machine's caches.
      for (Contestant contestant : contestants) {
        contestant.read(pages.subList(0, Math.min(pages.size(), 2 * threads)));
      }
      Map<Contestant, List<Read>> read = byTurns(contestants, pages);
      if (misses) {
        read.getOrDefault(ours, List.of()).forEach(BenchRecognition::printMisses);
      }
      return scored(read, ours);
    }
  }

  private List<KnownPage> pages() throws IOException {
    Path folder = path == null ? scans : path;
    if (folder == null) {
      throw new Refusal("no-such-folder", "Say which folder of scans to read: PATH");
    }
    Path known = truth == null ? folder.resolve("truth.json") : truth;
    if (!Files.exists(known)) {
      throw new Refusal(
          "no-truth", known + " does not exist; say what stands on the scans with --truth FILE");
    }
    List<KnownPage> pages = KnownPage.of(folder, known);
    if (pages.isEmpty()) {
      throw new Refusal("nothing-to-read", "No page of %s stands in %s".formatted(known, folder));
    }
    return pages;
  }

  /** A lot by each of them, the next lot in the opposite order. */
  private Map<Contestant, List<Read>> byTurns(List<Contestant> contestants, List<KnownPage> pages)
      throws InterruptedException, ExecutionException {
    Map<Contestant, List<Read>> read = new LinkedHashMap<>();
    List<Contestant> order = contestants;
    int lot = LOT * threads;
    for (int from = 0; from < pages.size(); from += lot) {
      List<KnownPage> next = pages.subList(from, Math.min(pages.size(), from + lot));
      for (Contestant contestant : order) {
        read.computeIfAbsent(contestant, _ -> new ArrayList<>()).addAll(contestant.read(next));
      }
      order = order.reversed();
    }
    return read;
  }

  private Result scored(Map<Contestant, List<Read>> read, Contestant ours)
      throws IOException, InterruptedException, ExecutionException {
    Map<Contestant, List<Read>> print = only(read, page -> !page.byHand());
    List<Score> byClass = scores(print, ours, BenchRecognition::classAndState);
    byClass.addAll(scores(print, ours, _ -> "all print"));
    byClass.addAll(scores(only(read, KnownPage::byHand), ours, BenchRecognition::classAndState));
    List<Read> oursPrint = print.getOrDefault(ours, List.of());
    return new Result(
        byClass,
        scores(print, ours, KnownPage::damage),
        scores(
            Map.of(ours, oursPrint),
            ours,
            page -> Objects.requireNonNullElse(page.documentType(), UNTOLD)),
        beside(oursPrint.stream().map(Read::known).toList(), ours),
        asOneReader(byClass));
  }

  private static Map<Contestant, List<Read>> only(
      Map<Contestant, List<Read>> read, Predicate<KnownPage> which) {
    Map<Contestant, List<Read>> only = new LinkedHashMap<>();
    read.forEach(
        (contestant, pages) ->
            only.put(contestant, pages.stream().filter(page -> which.test(page.known())).toList()));
    return only;
  }

  private static String classAndState(KnownPage page) {
    return "%s, %s"
        .formatted(
            page.byHand() ? "by hand" : page.pageClass(), page.isClean() ? "clean" : "damaged");
  }

  /** A row for each group and contestant; how they compare with ours stands with the others. */
  private static List<Score> scores(
      Map<Contestant, List<Read>> read, Contestant ours, Function<KnownPage, String> group) {
    Map<String, Score> first = new TreeMap<>();
    Map<String, List<Score>> scores = new TreeMap<>();
    read.forEach(
        (contestant, pages) ->
            pages.stream()
                .collect(Collectors.groupingBy(page -> group.apply(page.known())))
                .forEach(
                    (name, some) -> {
                      Score score =
                          Score.of(
                              name, contestant.name(), contestant.threads(), some, first.get(name));
                      if (contestant == ours) {
                        first.put(name, score);
                      }
                      scores.computeIfAbsent(name, _ -> new ArrayList<>()).add(score);
                    }));
    return scores.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The first print of each class and state once more by us, and by OCRmyPDF. */
  private List<Score> beside(List<KnownPage> pages, Contestant ours)
      throws IOException, InterruptedException, ExecutionException {
    List<Score> scores = new ArrayList<>();
    if (withoutBaseline || ocrMyPdfPages == 0 || !OcrMyPdf.isInstalled()) {
      return scores;
    }
    OcrMyPdf other = new OcrMyPdf(threads);
    Map<String, List<KnownPage>> groups =
        pages.stream()
            .collect(
                Collectors.groupingBy(
                    BenchRecognition::classAndState, TreeMap::new, Collectors.toList()));
    for (var group : groups.entrySet()) {
      List<KnownPage> some = group.getValue();
      some = some.subList(0, Math.min(ocrMyPdfPages, some.size()));
      Score mine = Score.of(group.getKey(), ours.name(), threads, ours.read(some), null);
      scores.add(mine);
      scores.add(Score.of(group.getKey(), other.name(), threads, other.read(some), mine));
    }
    return scores;
  }

  private @Nullable Double asOneReader(List<Score> scores) {
    return scores.stream()
        .filter(score -> score.pages().equals("all print") && score.reader().endsWith("one reader"))
        .map(Score::slowerThanUs)
        .findFirst()
        .orElse(null);
  }

  private void print(Result result) {
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(result));
      return;
    }
    System.out.println("By class\n" + ScoreTable.of(result.byClass));
    System.out.println("Print by damage\n" + ScoreTable.of(result.byDamage));
    System.out.println("Print by document type\n" + ScoreTable.of(result.byType));
    if (!result.beside.isEmpty()) {
      System.out.println(
          "OCRmyPDF, the first %d of each\n%s"
              .formatted(ocrMyPdfPages, ScoreTable.of(result.beside)));
    }
    if (result.asOneReader != null) {
      System.out.printf("%d readers against one: %.2f%n", threads, result.asOneReader);
    }
  }

  private static Attempt huodang(Readers readers, KnownPage page) throws InterruptedException {
    PageRequest request =
        new PageRequest(page.file(), page.page(), page.file(), Set.of(), true, -1);
    long start = Effort.nanosOfThisThread();
    return readers.with(
        reader -> {
          PageOutcome outcome = reader.read(request);
          Effort effort = outcome instanceof PageOutcome.Read ? reader.effort() : null;
          double cpuSeconds = (Effort.nanosOfThisThread() - start) / 1e9;
          return new Attempt(Reading.of(outcome), cpuSeconds, effort);
        });
  }

  /** The numbers are invented people's: they may be shown. */
  private static void printMisses(Read read) {
    KnownPage known = read.known();
    if (known.documentType() != null && !read.reading().isOf(known.documentType())) {
      System.err.printf(
          "%s: %s taken for %s%n",
          known.file(), known.documentType(), read.reading().documentType());
    }
    for (String key : Reading.KEYS) {
      String expected = known.fields().get(key);
      String found = read.reading().fields() == null ? null : read.reading().fields().get(key);
      if (expected == null ? found != null : !expected.equals(found)) {
        System.err.printf("%s: %s is %s, read %s%n", known.file(), key, expected, found);
      }
    }
  }
}
