package io.huodang.bench;

import static java.util.Objects.requireNonNull;

import io.huodang.vocabulary.CitizenId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The search quality set: a crowd that is drawn, people who were written by hand among them, and
 * what clerks type with whom they mean.
 *
 * @param population everybody
 * @param written those written by hand, with what the population does not tell of them
 * @param employers by name, those written by hand
 * @param papers written by hand
 * @param development queries whose misses are looked at
 * @param heldOut queries whose misses nobody looks at
 */
public record QualitySet(
    Population population,
    List<Person> written,
    List<Employer> employers,
    List<Paper> papers,
    List<QualityQuery> development,
    List<QualityQuery> heldOut) {
  private static final long SEED = 20_261_129;

  /** Someone written by hand: their other names and numbers. */
  record Person(
      Invented invented,
      List<String> formerNames,
      List<String> insuredNumbers,
      Map<String, String> otherNumbers) {}

  /** An employer written by hand. */
  record Employer(String name, String creditCode, String number) {}

  /**
   * A paper written by hand.
   *
   * @param about null while it is nobody's
   * @param readName what was read on it; empty when nothing was
   */
  record Paper(
      UUID id,
      String fileNumber,
      String title,
      LocalDate date,
      @Nullable UUID about,
      String readName,
      String readCitizenId,
      String readInsuredNumber,
      Map<String, String> otherNumbers,
      List<String> lines) {}

  /** Reads the set from its folder. */
  public static QualitySet in(Path folder) throws IOException {
    List<Employer> employers =
        rows(folder, "employers.tsv").stream()
            .map(row -> new Employer(row[0], row[1], row[2]))
            .toList();
    List<String[]> crowd = rows(folder, "crowd.tsv.gz");
    Map<String, Integer> places = new LinkedHashMap<>();
    employers.forEach(employer -> places.putIfAbsent(employer.name(), places.size()));
    crowd.forEach(row -> places.putIfAbsent(row[5], places.size()));
    List<Person> written =
        rows(folder, "people.tsv").stream().map(row -> person(row, places)).toList();
    List<Invented> people = new ArrayList<>();
    crowd.forEach(row -> people.add(person(row, places).invented()));
    written.forEach(person -> people.add(person.invented()));
    Map<String, UUID> byCitizenId =
        people.stream()
            .collect(Collectors.toMap(person -> person.citizenId().value(), Invented::id));
    return new QualitySet(
        new Population(SEED, people, List.copyOf(places.keySet())),
        written,
        employers,
        rows(folder, "papers.tsv").stream().map(row -> paper(row, byCitizenId)).toList(),
        queries(folder, "queries-development.tsv", byCitizenId),
        queries(folder, "queries-held-out.tsv", byCitizenId));
  }

  /** The same with a single drawn paper for each, where only people are looked for. */
  public QualitySet withOnePaperEach() {
    List<Invented> people =
        population.people().stream()
            .map(
                one ->
                    new Invented(
                        one.id(),
                        one.name(),
                        one.formerName(),
                        one.citizenId(),
                        one.sex(),
                        one.insuredNumber(),
                        one.employer(),
                        1))
            .toList();
    return new QualitySet(
        new Population(population.seed(), people, population.employers()),
        written,
        employers,
        papers,
        development,
        heldOut);
  }

  private static Person person(String[] row, Map<String, Integer> employers) {
    List<String> formerNames = parts(row[1]);
    List<String> insuredNumbers = parts(row[3]);
    CitizenId id = CitizenId.parse(row[2]).orElseThrow();
    Invented invented =
        new Invented(
            UUID.nameUUIDFromBytes(row[2].getBytes(StandardCharsets.UTF_8)),
            row[0],
            formerNames.isEmpty() ? null : formerNames.getFirst(),
            id,
            id.sex(),
            insuredNumbers.getFirst(),
            requireNonNull(employers.get(row[5])),
            Integer.parseInt(row[6]));
    return new Person(invented, formerNames, insuredNumbers, numbers(row[4]));
  }

  private static Paper paper(String[] row, Map<String, UUID> people) {
    return new Paper(
        UUID.fromString(QualityQuery.idOfPaper(row[0])),
        row[0],
        row[1],
        LocalDate.parse(row[2]),
        people.get(row[3]),
        row[4],
        row[5],
        row[6],
        numbers(row[7]),
        parts(row[8]));
  }

  private static List<QualityQuery> queries(Path folder, String file, Map<String, UUID> people)
      throws IOException {
    return rows(folder, file).stream()
        .map(
            row -> {
              boolean papers = row[2].startsWith("item:");
              Set<String> meant =
                  parts(row[2]).stream()
                      .map(
                          one ->
                              papers
                                  ? QualityQuery.idOfPaper(one.substring("item:".length()))
                                  : String.valueOf(people.get(one)))
                      .collect(Collectors.toSet());
              if (meant.contains("null")) {
                throw new IllegalArgumentException("Nobody has a number of " + row[1]);
              }
              return new QualityQuery(
                  QueryClass.of(row[0]),
                  row[1].replace("\\n", "\n").replace("\\t", "\t"),
                  meant,
                  papers);
            })
        .toList();
  }

  private static Map<String, String> numbers(String pairs) {
    Map<String, String> numbers = new LinkedHashMap<>();
    parts(pairs).forEach(pair -> numbers.put(pair.split(":", 2)[0], pair.split(":", 2)[1]));
    return numbers;
  }

  private static List<String> parts(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(";"));
  }

  private static List<String[]> rows(Path folder, String file) throws IOException {
    try (InputStream bytes = Files.newInputStream(folder.resolve(file));
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return rows(new String(plain.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<String[]> rows(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("# "))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** Everybody's names, for showing what was found. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    population.people().forEach(person -> names.put(person.id().toString(), person.name()));
    papers.forEach(paper -> names.put(paper.id().toString(), paper.fileNumber()));
    return names;
  }
}
