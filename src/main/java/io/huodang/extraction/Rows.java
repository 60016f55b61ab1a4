package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.Glyph;
import io.huodang.recognition.ReadPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a list form: below the labels of its columns, a person in each row. */
final class Rows {
  private static final List<String> COLUMNS = List.of("personName", "citizenId", "insuredNumber");

  private final List<Passage> passages;
  private final Labels labels;
  private final Map<String, FieldRule> rules;
  private final ReadPage page;
  private final SecondLook secondLook;

  Rows(
      List<Passage> passages,
      Labels labels,
      List<FieldRule> rules,
      ReadPage page,
      SecondLook secondLook) {
    this.passages = passages;
    this.labels = labels;
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
    for (Map<String, Passage> heads : blocks()) {
      Map<String, List<Passage>> columns = new HashMap<>();
      heads.forEach((column, head) -> columns.put(column, below(head)));
      for (Passage anchor : columns.getOrDefault("personName", List.of())) {
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

  /** The labels of the columns in one row; a label that comes again begins another block. */
  private List<Map<String, Passage>> blocks() {
    for (Labels.Label name : labels.all()) {
      if (!name.rule().name().equals("personName") || !name.isAlone()) {
        continue;
      }
      List<Labels.Label> row =
          labels.all().stream()
              .filter(label -> label.isAlone() && COLUMNS.contains(label.rule().name()))
              .filter(label -> Neighbours.sharesRow(name.passage().area(), label.passage().area()))
              .sorted(Comparator.comparingInt(label -> label.passage().area().left()))
              .toList();
      List<Map<String, Passage>> blocks = new ArrayList<>();
      for (Labels.Label label : row) {
        if (blocks.isEmpty() || blocks.getLast().containsKey(label.rule().name())) {
          blocks.add(new LinkedHashMap<>());
        }
        blocks.getLast().put(label.rule().name(), label.passage());
      }
      blocks.removeIf(heads -> heads.size() < 2 || !heads.containsKey("personName"));
      if (!blocks.isEmpty()) {
        return blocks;
      }
    }
    return List.of();
  }

  private List<Passage> below(Passage head) {
    return passages.stream()
        .filter(cell -> cell.ruled() == head.ruled() && !cell.isEmpty())
        .filter(cell -> cell.area().middleY() > head.area().bottom())
        .filter(cell -> Neighbours.sharesColumn(head.area(), cell.area()))
        .filter(cell -> !labels.isLabel(cell))
        .sorted(Comparator.comparingInt(cell -> cell.area().top()))
        .toList();
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
