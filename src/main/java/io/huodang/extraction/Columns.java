package io.huodang.extraction;

import io.huodang.recognition.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which a list states its people: below the labels of its heading and, where a label
 * was not read, by what stands in them.
 */
final class Columns {
  private static final String NAME = "personName";
  private static final String ID = "citizenId";
  private static final Set<String> STATED = Set.of(NAME, ID, "insuredNumber");

  /** So many valid ID numbers below each other are a column. */
  private static final int FEWEST = 3;

  /** A page of no known type is a list when it has so many. */
  static final int FEWEST_OF_UNKNOWN = 5;

  private final List<Passage> passages;
  private final Labels labels;

  Columns(List<Passage> passages, Labels labels) {
    this.passages = passages;
    this.labels = labels;
  }

  /**
   * The cells of each column, top to bottom, by the name of its field. A list that has two people
   * beside each other has two such blocks, the left one first.
   */
  List<Map<String, List<Passage>>> blocks() {
    List<Map<String, List<Passage>>> blocks = new ArrayList<>();
    for (Map<String, Passage> heads : headed()) {
      Map<String, List<Passage>> columns = new LinkedHashMap<>();
      heads.forEach((column, head) -> columns.put(column, below(head)));
      blocks.add(columns);
    }
    for (List<Passage> ids : idColumns(FEWEST)) {
      if (blocks.stream().noneMatch(block -> sharesColumn(block.get(ID), ids))) {
        complete(blocks, ids);
      }
    }
    blocks.removeIf(block -> block.size() < 2 || !block.containsKey(NAME));
    return blocks;
  }

  /** Whether so many different valid ID numbers stand below each other. */
  boolean hasIdColumn(int fewest) {
    return !idColumns(fewest).isEmpty();
  }

  /** Adds a column of ID numbers to the block beside it, or as a block of its own. */
  private void complete(List<Map<String, List<Passage>>> blocks, List<Passage> ids) {
    Optional<Map<String, List<Passage>>> beside =
        blocks.stream()
            .filter(block -> !block.containsKey(ID) && block.containsKey(NAME))
            .filter(block -> left(named(block)) < left(ids))
            .max(Comparator.comparingInt(block -> left(named(block))));
    if (beside.isPresent()) {
      beside.get().put(ID, ids);
      return;
    }
    names(ids)
        .ifPresent(
            names -> {
              Map<String, List<Passage>> block = new LinkedHashMap<>();
              block.put(NAME, names);
              block.put(ID, ids);
              blocks.add(block);
            });
  }

  /** The labels of the columns in one row; a label that comes again begins another block. */
  private List<Map<String, Passage>> headed() {
    for (Labels.Label name : labels.all()) {
      if (!name.rule().name().equals(NAME) || !name.isAlone()) {
        continue;
      }
      List<Labels.Label> row =
          labels.all().stream()
              .filter(label -> label.isAlone() && STATED.contains(label.rule().name()))
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
      blocks.removeIf(heads -> !heads.containsKey(NAME));
      if (!blocks.isEmpty()) {
        return blocks;
      }
    }
    return List.of();
  }

  private List<Passage> below(Passage head) {
    return column(head).stream()
        .filter(cell -> cell.area().middleY() > head.area().bottom())
        .toList();
  }

  /** Columns with valid ID numbers, left to right. */
  private List<List<Passage>> idColumns(int fewest) {
    List<List<Passage>> columns = new ArrayList<>();
    Set<Passage> taken = new HashSet<>();
    for (Passage passage : passages) {
      if (!taken.contains(passage) && isSound(FieldKind.CITIZEN_ID, passage)) {
        List<Passage> column = column(passage);
        taken.addAll(column);
        long different =
            column.stream()
                .filter(cell -> isSound(FieldKind.CITIZEN_ID, cell))
                .map(Passage::text)
                .distinct()
                .count();
        if (different >= fewest) {
          columns.add(column);
        }
      }
    }
    columns.sort(Comparator.comparingInt(Columns::left));
    return columns;
  }

  /** The column, in most of whose rows beside these numbers a name stands. */
  private Optional<List<Passage>> names(List<Passage> ids) {
    List<Passage> sound = ids.stream().filter(cell -> isSound(FieldKind.CITIZEN_ID, cell)).toList();
    List<Passage> best = List.of();
    long most = 0;
    Set<Passage> taken = new HashSet<>(ids);
    for (Passage passage : passages) {
      if (taken.contains(passage) || !isSound(FieldKind.PERSON_NAME, passage)) {
        continue;
      }
      List<Passage> column = column(passage);
      taken.addAll(column);
      long named =
          column.stream()
              .filter(cell -> isSound(FieldKind.PERSON_NAME, cell))
              .filter(cell -> sound.stream().anyMatch(id -> sharesRow(cell, id)))
              .count();
      if (named > most) {
        most = named;
        best = column;
      }
    }
    return most * 2 > sound.size() ? Optional.of(best) : Optional.empty();
  }

  /** What stands above and below a passage and is no label, top to bottom. */
  private List<Passage> column(Passage like) {
    return passages.stream()
        .filter(cell -> cell.ruled() == like.ruled() && !cell.isEmpty())
        .filter(cell -> Neighbours.sharesColumn(like.area(), cell.area()))
        .filter(cell -> !labels.isLabel(cell))
        .sorted(Comparator.comparingInt(cell -> cell.area().top()))
        .toList();
  }

  private static boolean isSound(FieldKind kind, Passage passage) {
    return kind.normalise(passage.text()).filter(kind::isSound).isPresent();
  }

  private static boolean sharesRow(Passage a, Passage b) {
    return Neighbours.sharesRow(a.area(), b.area());
  }

  private static boolean sharesColumn(@Nullable List<Passage> a, List<Passage> b) {
    return a != null && a.stream().anyMatch(b::contains);
  }

  private static List<Passage> named(Map<String, List<Passage>> block) {
    return block.getOrDefault(NAME, List.of());
  }

  private static int left(List<Passage> column) {
    return column.stream().map(Passage::area).mapToInt(Area::left).min().orElse(0);
  }
}
