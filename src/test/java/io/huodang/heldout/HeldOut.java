package io.huodang.heldout;

import io.huodang.heldout.Press.Printed;
import io.huodang.heldout.Truth.KnownFile;
import io.huodang.invented.Draw;
import io.huodang.invented.Population;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench heldout}: pages to measure the reader by, never to tune it on. */
@Command(
    name = "heldout",
    description = {
      "Draws pages of invented people in a browser and damages them, a folder for each damage, and",
      "writes what stands on them to truth.json. Nobody tunes the reader on them.",
      "The same seed draws the same pages, with the same fonts and browser installed."
    },
    mixinStandardHelpOptions = true)
public final class HeldOut implements Callable<Integer> {
  private static final int PEOPLE = 500;
  private static final int AT_A_TIME = 4;

  @Option(names = "--seed", paramLabel = "S", description = "Chance, 1 unless given.")
  private long seed = 1;

  @Option(names = "--pages", paramLabel = "N", description = "How many, 200 unless given.")
  private int pages = 200;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
  private Path out = Path.of("");

  /** A printed page that waits for its damage. */
  private record Waiting(
      int number,
      Template template,
      Damage damage,
      Printed page,
      BufferedImage behind,
      Draw draw) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new HeldOut()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    for (Damage damage : Damage.values()) {
      Files.createDirectories(out.resolve(damage.code()));
    }
    Population population = Population.of(seed * 7_919 + 17, PEOPLE);
    List<KnownFile> files = new ArrayList<>();
    try (Press press = new Press()) {
      BufferedImage behind =
          press.print(Template.LETTER, new Filling(population, new Draw(seed))).picture();
      for (int first = 0; first < pages; first += AT_A_TIME) {
        List<Waiting> waiting = new ArrayList<>();
        for (int i = first; i < Math.min(pages, first + AT_A_TIME); i++) {
          Draw draw = new Draw(seed * 15_485_863 + i);
          // 20 and 29 have no divisor in common: each template meets each damage.
          Template template = Template.values()[i % Template.values().length];
          Damage damage = Damage.values()[i % Damage.values().length];
          Printed page = press.print(template, new Filling(population, draw));
          waiting.add(new Waiting(i, template, damage, page, behind, draw));
          behind = page.picture();
        }
        files.addAll(waiting.parallelStream().map(this::scanned).toList());
      }
    }
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(out.resolve("truth.json").toFile(), new Truth(seed, files));
    System.err.printf("%d pages of seed %d in %s%n", pages, seed, out);
    return 0;
  }

  private KnownFile scanned(Waiting one) {
    Scan scan = one.damage.on(one.page, one.behind, one.draw);
    String file =
        "%s/%04d-%s%s".formatted(one.damage.code(), one.number, one.template.code(), scan.ending());
    try {
      Files.write(out.resolve(file), scan.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownFile(
        file, List.of(Truth.page(one.template, one.damage, one.page.content(), scan)));
  }
}
