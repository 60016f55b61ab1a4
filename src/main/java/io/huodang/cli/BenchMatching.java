package io.huodang.cli;

import io.huodang.identity.Claimant;
import io.huodang.identity.KnownPeople;
import io.huodang.identity.KnownPeople.Answer;
import io.huodang.identity.ReadValue;
import io.huodang.invented.Draw;
import io.huodang.invented.Misreading;
import io.huodang.invented.Person;
import io.huodang.invented.Townspeople;
import io.huodang.invented.Townspeople.Mistakable;
import io.huodang.roster.RosterRow;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench matching}: whose is it, decided from damaged readings, against exact matches. */
@Command(
    name = "matching",
    description = {
      "Decides whose damaged readings are, among invented people who are hard to tell apart:",
      "namesakes, twins, parents and children, people of one name and birth date, two people of one ID; one",
      "reading in ten is of someone who is not on the roster. Compared with linking on exact matches only (a valid ID and the name,",
      "or the insured number and the name, to the letter) and on a valid ID alone."
    },
    mixinStandardHelpOptions = true)
public final class BenchMatching implements Callable<Integer> {

  @Option(names = "--people", paramLabel = "N", description = "People on the roster.")
  private int people = 20_000;

  @Option(names = "--readings", paramLabel = "M", description = "Readings of each damage.")
  private int readings = 100_000;

  @Option(names = "--seed", paramLabel = "S", description = "The same seed, the same run.")
  private long seed = 1;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  /**
   * How readings were decided.
   *
   * @param right confirmed links to the right person
   * @param wrong confirmed links to someone else
   * @param proposed left to a person, the right one among the proposals
   * @param othersProposed left to a person, the right one not among them
   */
  record Score(int readings, int right, int wrong, int proposed, int othersProposed, int nobody) {
    private static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

    static Score of(Answer answer, KnownPeople.Person subject) {
      int among = answer.people().contains(subject) ? 1 : 0;
      return switch (answer.certainty()) {
        case SURE -> new Score(1, among, 1 - among, 0, 0, 0);
        case PROPOSED -> new Score(1, 0, 0, among, 1 - among, 0);
        case NONE -> new Score(1, 0, 0, 0, 0, 1);
      };
    }

    Score plus(Score other) {
      return new Score(
          readings + other.readings,
          right + other.right,
          wrong + other.wrong,
          proposed + other.proposed,
          othersProposed + other.othersProposed,
          nobody + other.nobody);
    }

    double wrongAtMost() {
      return Confidence.atMost(wrong, readings);
    }
  }

  /**
   * The score of one method at one damage, of all and by why people are mistaken for others.
   *
   * @param legible readings of people on the roster of whose name, citizen ID and insured number
   *     two were read to the letter
   */
  record Row(double damage, String method, Score all, Score legible, Map<Mistakable, Score> by) {}

  /** One way to decide. */
  private interface Method {
    Answer answer(Claimant claimant);
  }

  @Override
  public Integer call() {
    Townspeople town = Townspeople.of(seed, people);
    KnownPeople known = KnownPeople.of(town.registered().stream().map(BenchMatching::row).toList());
    ExactMatches exact = new ExactMatches(town.registered());
    Map<String, Method> methods = new LinkedHashMap<>();
    methods.put("huodang", known::answer);
    methods.put("exact match only", exact::answer);
    methods.put("ID alone", exact::byIdAlone);
    List<Row> rows = new ArrayList<>();
    for (double damage : new double[] {0.005, 0.02, 0.05}) {
      methods.forEach((name, method) -> rows.add(row(damage, name, town, method)));
    }
    if (json) {
      System.out.println(
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of("seed", seed, "people", town.registered().size(), "rows", rows)));
    } else {
      print(town, rows);
    }
    return 0;
  }

  private Row row(double damage, String name, Townspeople town, Method method) {
    Draw draw = new Draw(seed + Math.round(damage * 1e6));
    Misreading misreading = new Misreading(draw.apart(), damage);
    Map<Mistakable, Score> by = new EnumMap<>(Mistakable.class);
    Score legible = Score.NONE;
    for (int i = 0; i < readings; i++) {
      boolean registered = draw.chance(0.9);
      Person subject = draw.one(registered ? town.registered() : town.strangers());
      Map<String, List<String>> read = misreading.of(subject);
      Score score = Score.of(method.answer(claimant(read)), ExactMatches.known(subject));
      by.merge(town.mistakable(subject), score, Score::plus);
      if (registered && legibleKeys(read, subject) >= 2) {
        legible = legible.plus(score);
      }
    }
    Score all = by.values().stream().reduce(Score.NONE, Score::plus);
    return new Row(damage, name, all, legible, by);
  }

  private static int legibleKeys(Map<String, List<String>> read, Person subject) {
    String id = first(read, "citizenId");
    int keys = first(read, "personName").equals(subject.name()) ? 1 : 0;
    keys += id.equals(subject.citizenId()) || id.equals(subject.oldCitizenId()) ? 1 : 0;
    return keys + (first(read, "insuredNumber").equals(subject.insuredNumber()) ? 1 : 0);
  }

  private static String first(Map<String, List<String>> read, String field) {
    return read.getOrDefault(field, List.of("")).getFirst();
  }

  private static Claimant claimant(Map<String, List<String>> read) {
    return Claimant.of(
        read.entrySet().stream()
            .map(
                field ->
                    new ReadValue(
                        field.getKey(),
                        field.getValue().getFirst(),
                        0.9,
                        field.getValue().subList(1, field.getValue().size())))
            .toList());
  }

  private static RosterRow row(Person person) {
    return new RosterRow(
        1,
        PersonName.parse(person.name()).orElseThrow(),
        CitizenId.parse(person.citizenId()),
        person.citizenId(),
        RosterRow.IdKind.CITIZEN_ID,
        List.of(person.insuredNumber()),
        List.of(),
        Optional.ofNullable(person.formerName()).flatMap(PersonName::parse).stream().toList(),
        person.sex().equals("女") ? Sex.FEMALE : Sex.MALE,
        person.birth(),
        person.employer().name(),
        null,
        List.of());
  }

  private static void print(Townspeople town, List<Row> rows) {
    System.out.printf(
        "%,d people on the roster, %,d strangers%n%n",
        town.registered().size(), town.strangers().size());
    System.out.printf(
        Locale.ROOT,
        "%6s  %-17s %9s %7s %18s %10s %10s %10s%n",
        "damage",
        "method",
        "right",
        "wrong",
        "(at most, 95 %)",
        "proposed",
        "others p.",
        "nobody");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT, "%4.1f %%  %-17s %s%n", 100 * row.damage, row.method, line(row.all));
    }
    System.out.printf(
        "%nwhere two of name, citizen ID and insured number were read to the letter%n");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%4.1f %%  %-17s %s  of %,d%n",
          100 * row.damage,
          row.method,
          line(row.legible),
          row.legible.readings);
    }
    System.out.printf("%nby who is hard to tell from whom, all damages together%n");
    for (Mistakable kind : Mistakable.values()) {
      for (String method : List.of("huodang", "exact match only", "ID alone")) {
        Score score =
            rows.stream()
                .filter(row -> row.method.equals(method))
                .map(row -> row.by.getOrDefault(kind, Score.NONE))
                .reduce(Score.NONE, Score::plus);
        System.out.printf(
            Locale.ROOT,
            "%-17s %-17s %s%n",
            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            method,
            line(score));
      }
    }
    System.out.println();
    compare(rows, "exact match only");
    compare(rows, "ID alone");
  }

  private static String line(Score score) {
    return String.format(
        Locale.ROOT,
        "%7.2f %% %7d %16.5f %% %8.2f %% %8.2f %% %8.2f %%",
        share(score.right, score),
        score.wrong,
        100 * score.wrongAtMost(),
        share(score.proposed, score),
        share(score.othersProposed, score),
        share(score.nobody, score));
  }

  private static double share(int count, Score of) {
    return 100.0 * count / Math.max(1, of.readings);
  }

  private static void compare(List<Row> rows, String baseline) {
    Score ours = total(rows, "huodang");
    Score theirs = total(rows, baseline);
    System.out.printf(
        Locale.ROOT,
        "huodang against %s, all damages: %.2f times as many right links, %d wrong ones against %d%n",
        baseline,
        ours.right / (double) theirs.right,
        ours.wrong,
        theirs.wrong);
  }

  private static Score total(List<Row> rows, String method) {
    return rows.stream()
        .filter(row -> row.method.equals(method))
        .map(Row::all)
        .reduce(Score.NONE, Score::plus);
  }
}
