package io.huodang.cli;

import io.huodang.cli.SeenPage.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many values were right, of how many that stand there.
 *
 * @param fields by field, keys first
 * @param all every page
 */
public record Tallies(Map<String, Tally> fields, Line all, List<Line> byType, List<Line> byDamage) {
  private static final String OTHERS = "others";
  private static final String ROWS = "rows";

  /** Keys, all other fields together, and rows of lists. */
  public List<String> columns() {
    return Stream.concat(Reading.KEYS.stream(), Stream.of(OTHERS, ROWS)).toList();
  }

  /** Some pages: cells by column. */
  public record Line(String name, int pages, Map<String, Tally> cells, int invented) {}

  /** How many are right, of how many. */
  public record Tally(int right, int of) {

    public int percent() {
      return of == 0 ? 0 : Math.round(100f * right / of);
    }

    private Tally and(boolean isRight) {
      return new Tally(right + (isRight ? 1 : 0), of + 1);
    }
  }

  static Tallies of(List<SeenPage> pages) {
    List<SeenPage> told = pages.stream().filter(page -> page.damage() != null).toList();
    Map<String, Tally> fields = new LinkedHashMap<>();
    Reading.KEYS.forEach(key -> fields.put(key, new Tally(0, 0)));
    told.stream()
        .flatMap(page -> page.values().stream())
        .filter(Tallies::counts)
        .forEach(value -> count(fields, value.name(), value.verdict() == Verdict.RIGHT));
    return new Tallies(
        fields, line("", told), lines(told, Tallies::type), lines(told, SeenPage::damage));
  }

  private static boolean counts(SeenPage.Value value) {
    return value.verdict() != Verdict.INVENTED && value.verdict() != Verdict.UNTOLD;
  }

  private static @Nullable String type(SeenPage page) {
    return page.trueType() != null
        ? page.trueType()
        : page.read() == null ? null : page.read().documentType();
  }

  private static List<Line> lines(List<SeenPage> pages, Function<SeenPage, @Nullable String> name) {
    Map<String, List<SeenPage>> groups =
        pages.stream()
            .collect(
                Collectors.groupingBy(
                    page -> Objects.requireNonNullElse(name.apply(page), "–"),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    groups.forEach((group, some) -> lines.add(line(group, some)));
    return lines;
  }

  private static Line line(String name, List<SeenPage> pages) {
    Map<String, Tally> cells = new LinkedHashMap<>();
    int invented = 0;
    for (SeenPage page : pages) {
      for (SeenPage.Value value : page.values()) {
        if (value.verdict() == Verdict.INVENTED) {
          invented++;
        } else if (counts(value)) {
          String column = Reading.KEYS.contains(value.name()) ? value.name() : OTHERS;
          count(cells, column, value.verdict() == Verdict.RIGHT);
        }
      }
      for (SeenPage.Row row : page.rows()) {
        if (row.truth() != null) {
          count(cells, ROWS, row.verdict() == Verdict.RIGHT);
        }
      }
      page.missed().forEach(_ -> count(cells, ROWS, false));
    }
    return new Line(name, pages.size(), cells, invented);
  }

  private static void count(Map<String, Tally> cells, String column, boolean right) {
    cells.merge(column, new Tally(0, 0).and(right), (old, _) -> old.and(right));
  }
}
