package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which a person reads: row by row, and running text column by column. */
final class ReadingOrder {
  private static final double ONE_ROW = 0.6;

  /** Text in two columns has so many lines on each side. */
  private static final int FEWEST_LINES = 5;

  /** Characters that such a line has at least; pairs of label and value are shorter. */
  private static final int LONG_LINE = 8;

  private final int textHeight;

  /** What is read together: a cell, a line outside of cells, or text that runs downwards. */
  private record Group(Area area, List<Strip> strips, boolean free) {}

  private ReadingOrder(int textHeight) {
    this.textHeight = textHeight;
  }

  /**
   * Strips in reading order.
   *
   * @param strips those of a cell in the order of that cell
   * @param upright lines that run downwards, in their order
   */
  static List<Strip> of(List<Strip> strips, List<Strip> upright, List<Area> cells, int textHeight) {
    List<Group> groups = new ArrayList<>();
    Map<Integer, List<Strip>> byCell = new HashMap<>();
    for (Strip strip : strips) {
      if (strip.cell() < 0) {
        groups.add(new Group(strip.area(), List.of(strip), true));
      } else {
        byCell.computeIfAbsent(strip.cell(), _ -> new ArrayList<>()).add(strip);
      }
    }
    byCell.forEach((cell, inCell) -> groups.add(new Group(cells.get(cell), inCell, false)));
    upright.stream()
        .map(Strip::area)
        .reduce(Area::and)
        .ifPresent(area -> groups.add(new Group(area, upright, false)));
    ReadingOrder order = new ReadingOrder(textHeight);
    return order.byColumns(order.byRows(groups)).stream()
        .flatMap(group -> group.strips.stream())
        .toList();
  }

  private List<Group> byRows(List<Group> groups) {
    groups.sort(Comparator.comparingInt(group -> group.area.top()));
    List<Group> read = new ArrayList<>();
    for (int from = 0; from < groups.size(); ) {
      int to = from + 1;
      int top = groups.get(from).area.top();
      while (to < groups.size() && groups.get(to).area.top() - top < textHeight * ONE_ROW) {
        to++;
      }
      List<Group> row = new ArrayList<>(groups.subList(from, to));
      row.sort(Comparator.comparingInt(group -> group.area.left()));
      read.addAll(row);
      from = to;
    }
    return read;
  }

  /** Where lines stand in two columns, those of the left one come first. */
  private List<Group> byColumns(List<Group> rows) {
    List<Group> read = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = endOfColumns(rows, from);
      if (to > from) {
        int gutter = gutter(rows, from);
        rows.subList(from, to).stream().filter(g -> g.area.right() < gutter).forEach(read::add);
        rows.subList(from, to).stream().filter(g -> g.area.left() >= gutter).forEach(read::add);
        from = to;
      } else {
        read.add(rows.get(from++));
      }
    }
    return read;
  }

  /** The left edge of the line to the right of this one, -1 where none stands in its row. */
  private int gutter(List<Group> rows, int at) {
    if (at + 1 == rows.size()) {
      return -1;
    }
    Group left = rows.get(at);
    Group right = rows.get(at + 1);
    boolean oneRow = right.area.top() - left.area.top() < textHeight * ONE_ROW;
    return oneRow && isLine(left) && isLine(right) && right.area.left() > left.area.right()
        ? right.area.left() - textHeight
        : -1;
  }

  /** Just behind the last line of two columns that begin here; {@code from} where none do. */
  private int endOfColumns(List<Group> rows, int from) {
    int gutter = gutter(rows, from);
    if (gutter < 0) {
      return from;
    }
    int to = from;
    int left = 0;
    int right = 0;
    int edge = 0;
    for (; to < rows.size(); to++) {
      Area area = rows.get(to).area;
      boolean onLeft = area.right() < gutter;
      if (!rows.get(to).free || !onLeft && area.left() < gutter) {
        break;
      }
      if (isLine(rows.get(to))) {
        left += onLeft ? 1 : 0;
        right += onLeft ? 0 : 1;
        edge = onLeft ? Math.max(edge, area.right()) : edge;
      }
    }
    int rightEdge = edge;
    long full =
        rows.subList(from, to).stream()
            .filter(group -> isLine(group) && group.area.right() < gutter)
            .filter(group -> group.area.right() > rightEdge - 2 * textHeight)
            .count();
    return left >= FEWEST_LINES && right >= FEWEST_LINES && full * 2 > left ? to : from;
  }

  private boolean isLine(Group group) {
    return group.free && group.area.width() >= LONG_LINE * textHeight;
  }
}
