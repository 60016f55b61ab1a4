package io.huodang.cli;

import io.huodang.extraction.FieldReading;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PageRequest;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.PlainReader;
import io.huodang.recognition.TrainedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench recognition}: errors and seconds against plain Tesseract on the same pages. */
@Command(
    name = "recognition",
    description = {
      "Reads scans whose text is known and compares with plain Tesseract (psm 3, whole page).",
      "The folder holds one folder for each kind of damage; a file is named after its page."
    },
    mixinStandardHelpOptions = true)
public final class BenchRecognition implements Callable<Integer> {

  @Option(names = "--scans", required = true, paramLabel = "DIR", description = "The scans.")
  private Path scans = Path.of("");

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "JSON by page: lines, and fields name, id, ins.")
  private Path truth = Path.of("");

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", description = "Pages at a time.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /**
   * How one kind of damage was read.
   *
   * @param cer wrong, missing and extra characters for each hundred printed (Chinese, letters,
   *     digits)
   * @param names exactly right
   * @param seconds wall-clock seconds a page, all threads together
   */
  record Score(
      String damage,
      String reader,
      int pages,
      double cer,
      int names,
      int ids,
      int insuredNumbers,
      double seconds) {}

  private record Reading(String text, String name, String id, String number) {}

  private interface Read {
    Reading of(Path file, JsonNode page) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    JsonNode pages = JsonMapper.shared().readTree(truth.toFile());
    List<Score> scores = new ArrayList<>();
    try (Readers readers = Readers.load(threads, null);
        Stream<Path> folders = Files.list(scans)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        scores.add(score(folder, "huodang", pages, (file, _) -> huodang(readers, file)));
        scores.add(score(folder, "tesseract psm 3", pages, BenchRecognition::plain));
      }
    }
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(scores));
    } else {
      scores.forEach(BenchRecognition::print);
    }
    return 0;
  }

  private Score score(Path folder, String reader, JsonNode truth, Read read)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> truth.has(page(file))).sorted().toList();
    }
    long start = System.nanoTime();
    List<Future<Reading>> readings;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      readings =
          files.stream()
              .map(file -> pool.submit(() -> read.of(file, truth.get(page(file)))))
              .toList();
    }
    double seconds = (System.nanoTime() - start) / 1e9 / Math.max(1, files.size());
    int errors = 0;
    int printed = 0;
    int[] right = new int[3];
    for (int i = 0; i < files.size(); i++) {
      JsonNode page = truth.get(page(files.get(i)));
      Reading reading = readings.get(i).get();
      int[] expected = CharacterErrors.counted(lines(page));
      errors += CharacterErrors.between(expected, CharacterErrors.counted(reading.text));
      printed += expected.length;
      right[0] += field(page, "name").equals(reading.name) ? 1 : 0;
      right[1] += field(page, "id").equals(reading.id) ? 1 : 0;
      right[2] += field(page, "ins").equals(reading.number) ? 1 : 0;
    }
    return new Score(
        String.valueOf(folder.getFileName()),
        reader,
        files.size(),
        Math.round(10_000.0 * errors / Math.max(1, printed)) / 100.0,
        right[0],
        right[1],
        right[2],
        Math.round(seconds * 100) / 100.0);
  }

  private static Reading huodang(Readers readers, Path file) throws InterruptedException {
    PageRequest request = new PageRequest(file, 1, file, Set.of(), true, -1);
    return switch (readers.with(reader -> reader.read(request))) {
      case PageOutcome.Read page ->
          new Reading(
              page.text().text(),
              value(page, "personName"),
              value(page, "citizenId"),
              value(page, "insuredNumber"));
      case PageOutcome.Refused _ -> new Reading("", "", "", "");
    };
  }

  /** The baseline has no fields: a value counts as right when it stands anywhere in the text. */
  private static Reading plain(Path file, JsonNode page) {
    try (PlainReader reader = PlainReader.load(TrainedData.find());
        PageFiles files = new PageFiles()) {
      String text = reader.read(files.decode(file, 1));
      return new Reading(
          text, found(text, page, "name"), found(text, page, "id"), found(text, page, "ins"));
    }
  }

  private static String found(String text, JsonNode page, String field) {
    return text.contains(field(page, field)) ? field(page, field) : "";
  }

  private static String value(PageOutcome.Read page, String name) {
    return page.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(FieldReading::value)
        .findFirst()
        .orElse("");
  }

  private static String field(JsonNode page, String name) {
    return page.get("fields").get(name).asString();
  }

  private static String lines(JsonNode page) {
    StringBuilder text = new StringBuilder();
    page.get("lines").forEach(line -> text.append(line.asString()));
    return text.toString();
  }

  private static String page(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  private static void print(Score score) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %-16s %3d pages  CER %6.2f %%  name/ID/insured %2d/%2d/%2d  %5.2f s/page%n",
        score.damage,
        score.reader,
        score.pages,
        score.cer,
        score.names,
        score.ids,
        score.insuredNumbers,
        score.seconds);
  }
}
