package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Population;
import io.huodang.samples.Truth.KnownFile;
import io.huodang.samples.forms.FormKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench samples}: a set of scans of any size, with its truth. */
@Command(
    name = "samples",
    description = {
      "Draws scans of invented people's forms, every kind of form with every kind of damage,",
      "a folder for each damage, and writes what stands on them to truth.json.",
      "The same seed draws the same pages, with the same fonts installed."
    },
    mixinStandardHelpOptions = true)
public final class ScanSet implements Callable<Integer> {
  private static final int PEOPLE = 400;

  @Option(names = "--seed", paramLabel = "S", description = "Chance, 1 unless given.")
  private long seed = 1;

  @Option(names = "--pages", paramLabel = "N", description = "How many, 120 unless given.")
  private int pages = 120;

  @Option(
      names = "--forms",
      split = ",",
      paramLabel = "KIND",
      description = "Only these forms: ${COMPLETION-CANDIDATES}.")
  private List<FormKind> forms = List.of(FormKind.values());

  @Option(names = "--out", paramLabel = "DIR", description = "Where to.")
  private @Nullable Path out;

  @Option(
      names = "--demo-batch",
      paramLabel = "DIR",
      description = "Draw the batch of ingest/samples instead, into this folder.")
  private @Nullable Path demo;

  @Option(
      names = "--list",
      paramLabel = "N",
      description = {
        "Draw one list of so many people instead, in one file, and a roster beside it",
        "that does not agree with it in all rows."
      })
  private @Nullable Integer list;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ScanSet()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (demo != null) {
      SampleBatch.drawInto(demo);
      return 0;
    }
    if (out == null) {
      System.err.println("Say where to with --out DIR");
      return CommandLine.ExitCode.USAGE;
    }
    if (list != null) {
      LongList.drawInto(out, seed, list);
      return 0;
    }
    draw(out);
    return 0;
  }

  private void draw(Path out) throws IOException {
    Files.createDirectories(out);
    Population population = Population.of(seed, PEOPLE);
    Truth truth = new Truth(seed);
    List<KnownFile> files =
        IntStream.range(0, pages).parallel().mapToObj(i -> scan(out, population, i)).toList();
    files.forEach(truth::add);
    truth.write(out.resolve("truth.json"));
    System.err.printf("%d pages of seed %d in %s%n", pages, seed, out);
  }

  /** The kinds of forms and of damage take turns, so that each meets each. */
  private KnownFile scan(Path out, Population population, int i) {
    Draw draw = new Draw(seed * 1_000_003 + i);
    int damages = Damage.values().length;
    Damage damage = Damage.values()[i % damages];
    FormKind kind = forms.get((i % damages + i / damages) % forms.size());
    Occasion occasion = Occasions.of(population, draw).of(kind);
    Page page = Page.of(kind, occasion, draw.chance(kind.byHand()));
    Scanned scan = damage.on(page, draw);
    String folder = damage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String file = folder + "/p%05d".formatted(i) + (scan.bitonal() ? ".tif" : ".jpg");
    try {
      Files.createDirectories(out.resolve(folder));
      Files.write(out.resolve(file), written(scan, damage, draw));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new KnownFile(file, "ok", null, List.of(Truth.page(1, page, damage, scan)));
  }

  private static byte[] written(Scanned scan, Damage damage, Draw draw) throws IOException {
    return switch (damage) {
      case FAXED -> ScanWriter.fax(scan);
      case DITHERED -> ScanWriter.blackAndWhite(scan.picture(), scan.dpi());
      default ->
          scan.bitonal() ? ScanWriter.tiff(List.of(scan)) : ScanWriter.jpeg(scan, draw.chance(0.2));
    };
  }
}
