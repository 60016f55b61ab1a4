package io.huodang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.CitizenId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedSamplesTest {
  private static final Path SAMPLES = Path.of("ingest/samples");
  private static final long MOST_BYTES = 15L << 20;
  private static final Set<String> TABLES =
      Set.of("README.md", "batches.yaml", "roster.csv", "truth.json", "catalogue/catalogue.csv");

  private final List<JsonNode> files =
      JsonMapper.shared()
          .readTree(SAMPLES.resolve("truth.json").toFile())
          .get("files")
          .valueStream()
          .toList();

  @Test
  void theTruthNamesEveryFileAndNoOther() throws IOException {
    Set<String> there;
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(SAMPLES)) {
      List<Path> all = walk.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        bytes += Files.size(file);
      }
      there =
          all.stream()
              .map(file -> SAMPLES.relativize(file).toString())
              .filter(file -> !TABLES.contains(file))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(files)
        .extracting(file -> file.get("file").asString())
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void theSamePeopleOccurOnSeveralFormsAndInTheRoster() throws IOException {
    String roster = Files.readString(SAMPLES.resolve("roster.csv"));
    List<String> printed =
        files.stream()
            .flatMap(file -> file.get("pages").valueStream())
            .map(page -> page.at("/fields/citizenId").asString(""))
            .filter(number -> !number.isEmpty())
            .map(number -> CitizenId.parse(number).orElseThrow().value())
            .toList();

    assertThat(printed).allMatch(roster::contains);
    assertThat(printed.stream().distinct().count()).isLessThan(printed.size() - 8L);
  }

  @Test
  void oneFileIsThereTwiceAndOneIsBroken() throws IOException {
    JsonNode twice =
        files.stream().filter(file -> !file.get("sameAs").isNull()).findFirst().orElseThrow();
    JsonNode broken =
        files.stream()
            .filter(file -> file.get("state").asString().equals("quarantined"))
            .findFirst()
            .orElseThrow();

    assertThat(SAMPLES.resolve(twice.get("file").asString()))
        .hasSameBinaryContentAs(SAMPLES.resolve(twice.get("sameAs").asString()));
    assertThat(broken.get("pages")).isEmpty();
  }
}
