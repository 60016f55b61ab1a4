package io.huodang.accuracy.web;

import io.huodang.accuracy.Cell;
import io.huodang.accuracy.Dimension;
import io.huodang.accuracy.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one dimension: a row for each group, a column for each key and one for all other
 * fields.
 */
public record FigureTable(Dimension dimension, List<Row> rows) {
  /** Fields that have a column of their own, then the others. */
  public static final List<String> COLUMNS =
      List.of("personName", "citizenId", "insuredNumber", Cell.OTHERS);

  /** A group: all its fields together, and its cells by column. */
  public record Row(Figure all, Map<String, Figure> cells) {

    public String group() {
      return all.group();
    }
  }

  /**
   * The table of a dimension: bands in their order, else the group with the most errors first; what
   * nobody knows last.
   */
  static FigureTable of(Dimension dimension, List<Figure> figures) {
    Map<String, List<Figure>> groups = new LinkedHashMap<>();
    figures.stream()
        .filter(figure -> figure.dimension() == dimension)
        .forEach(
            figure -> groups.computeIfAbsent(figure.group(), _ -> new ArrayList<>()).add(figure));
    return new FigureTable(
        dimension,
        groups.values().stream()
            .map(FigureTable::row)
            .sorted(
                Comparator.comparing((Row row) -> row.group().equals(Figure.UNKNOWN))
                    .thenComparingInt(row -> dimension.bands().indexOf(row.group()))
                    .thenComparing(row -> row.all.errors(), Comparator.reverseOrder()))
            .toList());
  }

  private static Row row(List<Figure> group) {
    Map<String, Figure> cells = new LinkedHashMap<>();
    for (Figure figure : group) {
      String column = COLUMNS.contains(figure.field()) ? figure.field() : Cell.OTHERS;
      cells.merge(column, figure.of(column), Figure::and);
    }
    return new Row(
        group.stream().map(figure -> figure.of(Cell.ALL_FIELDS)).reduce(Figure::and).orElseThrow(),
        cells);
  }
}
