package io.huodang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores as a table for a terminal, which is one of Markdown, too. */
final class ScoreTable {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("pages", Score::pages),
          new Column("reader", Score::reader),
          new Column("n", Score::count),
          new Column("pages/min", Score::pagesPerMinute),
          new Column("ours ×", Score::slowerThanUs),
          new Column("CPU s", Score::cpuSeconds),
          new Column("ours ×", Score::dearerThanUs),
          new Column("CER %", Score::cer),
          new Column("any order %", Score::anyOrder),
          new Column("name", Score::names),
          new Column("ID", Score::ids),
          new Column("insured", Score::insuredNumbers),
          new Column("rows", Score::rows),
          new Column("type", Score::types),
          new Column("invented", Score::invented),
          new Column("prep. ms", Score::preparing),
          new Column("readings", Score::readings));

  private record Column(String heading, Function<Score, @Nullable Object> value) {
    String of(Score score) {
      Object value = this.value.apply(score);
      return value == null ? "" : value.toString();
    }
  }

  private ScoreTable() {}

  /** Lines of equal width. */
  static String of(List<Score> scores) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS.stream().map(Column::heading).toList());
    for (Score score : scores) {
      lines.add(COLUMNS.stream().map(column -> column.of(score)).toList());
    }
    return ofLines(lines);
  }

  /**
   * The same of any cells.
   *
   * @param lines the headings first, all of one length
   */
  static String ofLines(List<List<String>> lines) {
    StringBuilder table = new StringBuilder();
    for (int line = 0; line < lines.size(); line++) {
      append(table, lines, lines.get(line), ' ');
      if (line == 0) {
        append(table, lines, lines.getFirst().stream().map(_ -> "").toList(), '-');
      }
    }
    return table.toString();
  }

  private static void append(
      StringBuilder table, List<List<String>> lines, List<String> cells, char filling) {
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      int width = lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
      String cell = cells.get(i);
      table.append("|").append(filling).append(cell).repeat(filling, width - cell.length() + 1);
    }
    table.append("|\n");
  }
}
