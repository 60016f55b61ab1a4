package io.huodang.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column holds what.
 *
 * @param line where the headings stand, from 1
 * @param columns of each field, left to right: insured numbers may have several
 * @param unknown headings that mean nothing here
 * @param <F> the columns that this kind of table has
 */
public record Headings<F>(long line, Map<F, List<Integer>> columns, List<String> unknown) {

  /** The headings in these cells; empty unless they name the columns that are needed. */
  static <F> Optional<Headings<F>> in(Columns<F> known, long line, List<String> cells) {
    Map<F, List<Integer>> columns = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Optional<F> field = known.of(cells.get(i));
      if (field.isPresent()) {
        columns.computeIfAbsent(field.get(), _ -> new ArrayList<>()).add(i);
      } else if (!cells.get(i).isBlank()) {
        unknown.add(cells.get(i).strip());
      }
    }
    return known.areEnough(columns.keySet())
        ? Optional.of(new Headings<>(line, columns, unknown))
        : Optional.empty();
  }

  /** What stands in a field's columns, without blanks. */
  public List<String> values(F field, List<String> cells) {
    List<String> values = new ArrayList<>();
    for (int column : columns.getOrDefault(field, List.of())) {
      String value = column < cells.size() ? clean(cells.get(column)) : "";
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  /** The first of them, or the empty string. */
  public String value(F field, List<String> cells) {
    List<String> values = values(field, cells);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Without what spreadsheets put around a number so that it stays text: {@code ="01"}, '01. */
  private static String clean(String cell) {
    String text = cell.strip();
    if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
      text = text.substring(2, text.length() - 1).strip();
    }
    return text.startsWith("'") || text.startsWith("’") ? text.substring(1).strip() : text;
  }
}
