package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.Glyph;
import io.huodang.recognition.ReadPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a list form, a person in each. */
final class Rows {
  private final List<Map<String, List<Passage>>> blocks;
  private final Map<String, FieldRule> rules;
  private final ReadPage page;
  private final SecondLook secondLook;

  Rows(Columns columns, List<FieldRule> rules, ReadPage page, SecondLook secondLook) {
    this.blocks = columns.blocks();
    this.rules = rules.stream().collect(Collectors.toMap(FieldRule::name, rule -> rule));
    this.page = page;
    this.secondLook = secondLook;
  }

  /**
   * The people, top to bottom, and of lists that have two beside each other the left ones first;
   * empty where no column of names and numbers is found.
   */
  List<PersonRow> people() {
    List<PersonRow> people = new ArrayList<>();
    for (Map<String, List<Passage>> columns : blocks) {
      for (Passage anchor : anchors(columns)) {
        Map<String, Passage> row = new HashMap<>();
        columns.forEach(
            (column, cells) ->
                cells.stream()
                    .filter(cell -> Neighbours.sharesRow(anchor.area(), cell.area()))
                    .findFirst()
                    .ifPresent(cell -> row.put(column, cell)));
        person(people.size() + 1, row).ifPresent(people::add);
      }
    }
    return people;
  }

  /** A cell of each row, top to bottom: its name, or its number where no name was read. */
  private static List<Passage> anchors(Map<String, List<Passage>> columns) {
    List<Passage> anchors = new ArrayList<>();
    for (String column : List.of("personName", "citizenId")) {
      for (Passage cell : columns.getOrDefault(column, List.of())) {
        if (anchors.stream()
            .noneMatch(anchor -> Neighbours.sharesRow(anchor.area(), cell.area()))) {
          anchors.add(cell);
        }
      }
    }
    anchors.sort(Comparator.comparingInt(cell -> cell.area().top()));
    return anchors;
  }

  private Optional<PersonRow> person(int row, Map<String, Passage> cells) {
    String name = value("personName", cells);
    String id = value("citizenId", cells);
    String number = value("insuredNumber", cells);
    if (name == null && id == null || id == null && number == null) {
      return Optional.empty();
    }
    Area area = cells.values().stream().map(Passage::area).reduce(Area::and).orElseThrow();
    double confidence =
        cells.values().stream()
            .flatMap(cell -> cell.glyphs().stream())
            .mapToDouble(Glyph::confidence)
            .min()
            .orElse(0);
    return Optional.of(new PersonRow(row, name, id, number, confidence, page.toMaster(area)));
  }

  private @Nullable String value(String column, Map<String, Passage> cells) {
    Passage cell = cells.get(column);
    FieldRule rule = rules.get(column);
    if (cell == null || rule == null) {
      return null;
    }
    return FieldFinder.whole(rule, cell)
        .map(found -> secondLook.settledQuickly(page, found))
        .orElse(null);
  }
}
