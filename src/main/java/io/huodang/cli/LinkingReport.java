package io.huodang.cli;

import io.huodang.cli.Standing.Verdict;
import io.huodang.identity.ReadValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose drawn pages were said to be, as tables; and each that is wrong. */
record LinkingReport(List<Standing> standings, ExactMatches exact) {
  private static final int PATTERNS = 16;
  private static final String BY_HAND = "by hand";
  private static final List<String> HEADINGS =
      List.of(
          "who stands there",
          "n",
          "confirmed, right",
          "wrong",
          "made up",
          "suggested first",
          "among",
          "others",
          "nobody",
          "two keys legible",
          "of these confirmed",
          "by ID alone",
          "wrong",
          "exact match",
          "wrong");

  /** Tables in Markdown. */
  String tables() {
    List<Standing> registered = standings.stream().filter(Standing::registered).toList();
    List<Standing> printed =
        registered.stream().filter(one -> !one.group().equals(BY_HAND)).toList();
    List<Standing> strangers =
        standings.stream().filter(one -> one.who() != null && !one.registered()).toList();
    List<Standing> nobody = standings.stream().filter(one -> one.who() == null).toList();
    List<List<String>> byClass = new ArrayList<>(List.of(HEADINGS));
    groups(registered, Standing::group).forEach((name, some) -> byClass.add(line(name, some)));
    byClass.add(line("all on the roster", registered));
    byClass.add(line("not on the roster", strangers));
    byClass.add(line("nobody", nobody));
    List<List<String>> byDamage = new ArrayList<>(List.of(HEADINGS));
    groups(printed, Standing::damage).forEach((name, some) -> byDamage.add(line(name, some)));
    List<List<String>> byReading = new ArrayList<>(List.of(HEADINGS));
    groups(registered, Standing::howRead).entrySet().stream()
        .sorted(Comparator.comparingInt(some -> -left(some.getValue())))
        .limit(PATTERNS)
        .forEach(some -> byReading.add(line(some.getKey(), some.getValue())));
    return """
        By class, rows of lists apart from each other
        %s
        Print on the roster, by damage
        %s
        On the roster, by how name, ID and insured number were read, most left to people first
        %s
        %s
        """
        .formatted(
            ScoreTable.ofLines(byClass),
            ScoreTable.ofLines(byDamage),
            ScoreTable.ofLines(byReading),
            bound());
  }

  private String bound() {
    LinkingScore all = LinkingScore.of(standings, exact);
    return String.format(
        Locale.ROOT,
        "%d confirmed wrong of %,d: with 95 %% confidence at most %.3f %%; by ID alone %d, by exact matches %d",
        all.wrong(),
        all.count(),
        100 * Confidence.atMost(all.wrong(), all.count()),
        all.byId().wrong(),
        all.exactly().wrong());
  }

  /**
   * Everyone who is confirmed to be somebody else: what stands there, what was read, who was taken.
   */
  List<String> wrong() {
    return told(one -> one.verdict() == Verdict.WRONG || one.verdict() == Verdict.MADE_UP);
  }

  /** Everyone who is left to people though two keys were read to the letter. */
  List<String> missed() {
    return told(
        one -> one.registered() && one.verdict() != Verdict.RIGHT && one.legibleKeys() >= 2);
  }

  private List<String> told(Predicate<Standing> which) {
    return standings.stream()
        .filter(which)
        .map(
            one ->
                "%s %s (%s, %s): printed %s; read %s; linked %s"
                    .formatted(
                        one.verdict(),
                        one.place(),
                        one.group(),
                        one.damage(),
                        one.printed(),
                        one.read().stream()
                            .map(LinkingReport::told)
                            .collect(Collectors.joining(", ")),
                        one.links()))
        .toList();
  }

  private static String told(ReadValue value) {
    return "%s %s %s".formatted(value.field(), value.value(), value.alternatives());
  }

  private static int left(List<Standing> standings) {
    return (int) standings.stream().filter(one -> one.verdict() != Verdict.RIGHT).count();
  }

  private static Map<String, List<Standing>> groups(
      List<Standing> standings, Function<Standing, String> by) {
    return standings.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private List<String> line(String name, List<Standing> some) {
    LinkingScore score = LinkingScore.of(some, exact);
    return Stream.of(
            name,
            String.format(Locale.ROOT, "%,d", score.count()),
            share(score.of(Verdict.RIGHT), score.count()),
            score.of(Verdict.WRONG),
            score.of(Verdict.MADE_UP),
            share(score.of(Verdict.FIRST), score.count()),
            share(score.of(Verdict.AMONG), score.count()),
            share(score.of(Verdict.OTHERS), score.count()),
            share(score.of(Verdict.NOBODY), score.count()),
            String.format(Locale.ROOT, "%,d", score.legible()),
            share(score.legibleRight(), score.legible()),
            share(score.byId().right(), score.count()),
            score.byId().wrong(),
            share(score.exactly().right(), score.count()),
            score.exactly().wrong())
        .map(Object::toString)
        .toList();
  }

  private static String share(int count, int of) {
    return of == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
  }
}
