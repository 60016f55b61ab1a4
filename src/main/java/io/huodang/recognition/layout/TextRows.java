package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Gray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Gathers the marks of one cell, or of the page around the cells, into rows of text. */
final class TextRows {
  private static final int MARGIN = 2;

  private final int cell;
  private final int textHeight;
  private final Gray page;

  TextRows(int cell, int textHeight, Gray page) {
    this.cell = cell;
    this.textHeight = textHeight;
    this.page = page;
  }

  /** Rows from top to bottom, each cut where it is widely open. */
  List<Strip> of(List<Area> marks) {
    List<List<Area>> rows = rows(marks);
    if (cell >= 0 && isStack(rows)) {
      List<Area> pieces = new ArrayList<>();
      rows.forEach(row -> pieces.add(around(row).grown(MARGIN, page.width(), page.height())));
      return List.of(new Strip(pieces, cell, textHeight));
    }
    List<Strip> strips = new ArrayList<>();
    rows.forEach(row -> strips.addAll(strips(row)));
    return strips;
  }

  List<List<Area>> rows(List<Area> marks) {
    List<List<Area>> rows = new ArrayList<>();
    for (List<Area> row : merged(intervals(marks))) {
      Area around = around(row);
      int usual = Math.max(textHeight, upperHeight(row));
      if (around.height() > 1.6 * usual) {
        rows.addAll(merged(splitTall(row, around, usual)));
      } else {
        rows.add(row);
      }
    }
    rows.removeIf(this::isNoise);
    return rows;
  }

  /** Marks whose heights overlap stand in one row. */
  static List<List<Area>> intervals(List<Area> marks) {
    List<Area> sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparingInt(Area::top));
    List<List<Area>> rows = new ArrayList<>();
    int bottom = Integer.MIN_VALUE;
    for (Area mark : sorted) {
      if (mark.top() >= bottom) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(mark);
      bottom = Math.max(bottom, mark.bottom());
    }
    return rows;
  }

  /** Parts of characters such as 三 and 吕 come together again. */
  private List<List<Area>> merged(List<List<Area>> rows) {
    List<List<Area>> merged = new ArrayList<>();
    for (List<Area> row : rows) {
      if (!merged.isEmpty()) {
        Area above = around(merged.getLast());
        Area here = around(row);
        boolean close = here.top() - above.bottom() < 0.4 * textHeight;
        boolean oneCharacter = above.and(here).height() <= 1.2 * textHeight;
        if (close && oneCharacter) {
          merged.getLast().addAll(row);
          continue;
        }
      }
      merged.add(new ArrayList<>(row));
    }
    return merged;
  }

  /** Rows that touch each other are cut where the least ink lies. */
  private List<List<Area>> splitTall(List<Area> row, Area around, int usual) {
    double[] ink = new double[around.height()];
    for (Area mark : row) {
      // The middle of a mark says where its row is; its ends reach into the gaps.
      int from = mark.top() + mark.height() / 5 - around.top();
      int to = mark.bottom() - mark.height() / 5 - around.top();
      for (int y = from; y < to; y++) {
        ink[y] += mark.width();
      }
    }
    List<Integer> cuts = new ArrayList<>();
    int reach = Math.max(2, (int) (0.45 * usual));
    for (int y = reach; y < ink.length - reach; y++) {
      double above = max(ink, y - reach, y);
      double below = max(ink, y + 1, y + reach + 1);
      boolean least = ink[y] <= min(ink, y - reach, y + reach + 1);
      boolean valley = ink[y] < 0.35 * Math.min(above, below);
      if (least && valley && (cuts.isEmpty() || y - cuts.getLast() > 0.6 * usual)) {
        cuts.add(y);
      }
    }
    List<List<Area>> rows = new ArrayList<>();
    for (int i = 0; i <= cuts.size(); i++) {
      rows.add(new ArrayList<>());
    }
    for (Area mark : row) {
      int middle = mark.middleY() - around.top();
      int index = 0;
      while (index < cuts.size() && middle > cuts.get(index)) {
        index++;
      }
      rows.get(index).add(mark);
    }
    rows.removeIf(List::isEmpty);
    return rows;
  }

  private static double max(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).max().orElse(0);
  }

  private static double min(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).min().orElse(0);
  }

  /** A label written from top to bottom: single characters below each other. */
  private boolean isStack(List<List<Area>> rows) {
    if (rows.size() < 2) {
      return false;
    }
    Area all = rows.stream().map(TextRows::around).reduce(Area::and).orElseThrow();
    return all.width() <= 1.5 * textHeight
        && rows.stream().allMatch(row -> around(row).height() <= 1.5 * textHeight);
  }

  /** Dust, and what is left of lines and of the edge of the paper. */
  private boolean isNoise(List<Area> row) {
    Area around = around(row);
    boolean dot = around.height() < 0.4 * textHeight && around.width() < 0.4 * textHeight;
    boolean dash = around.height() < 0.3 * textHeight && around.width() > 1.5 * textHeight;
    boolean bar = around.width() < 0.3 * textHeight && around.height() > 1.5 * textHeight;
    return dot || dash || bar;
  }

  private List<Strip> strips(List<Area> row) {
    List<Area> sorted = new ArrayList<>(row);
    sorted.sort(Comparator.comparingInt(Area::left));
    Area whole = around(row);
    int usual = Math.max(textHeight, Math.min(whole.height(), upperHeight(row)));
    List<List<Area>> pieces = new ArrayList<>();
    int right = Integer.MIN_VALUE / 2;
    for (Area mark : sorted) {
      if (mark.left() - right > 1.2 * usual) {
        pieces.add(new ArrayList<>());
      }
      pieces.getLast().add(mark);
      right = Math.max(right, mark.right());
    }
    pieces.removeIf(this::isNoise);
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<Strip> strips = new ArrayList<>();
    List<Area> together = new ArrayList<>();
    for (List<Area> piece : pieces) {
      Area around = around(piece);
      if (!together.isEmpty() && areApart(together.getLast(), around, usual)) {
        strips.add(strip(together, usual));
        together.clear();
      }
      together.add(around);
    }
    strips.add(strip(together, usual));
    return strips;
  }

  /** Single characters spread over a label belong together, even far apart. */
  private boolean areApart(Area left, Area right, int usual) {
    int gap = right.left() - left.right();
    boolean single = left.width() < 1.4 * usual && right.width() < 1.4 * usual;
    return gap > (cell >= 0 ? single ? 8 : 4 : single ? 4 : 2) * usual;
  }

  private Strip strip(List<Area> pieces, int usual) {
    int top = pieces.stream().mapToInt(Area::top).min().orElseThrow();
    int bottom = pieces.stream().mapToInt(Area::bottom).max().orElseThrow();
    List<Area> level =
        pieces.stream()
            .map(
                piece ->
                    new Area(piece.left(), top, piece.right(), bottom)
                        .grown(MARGIN, page.width(), page.height()))
            .toList();
    return new Strip(level, cell, usual);
  }

  private static int upperHeight(List<Area> row) {
    int[] heights = row.stream().mapToInt(Area::height).sorted().toArray();
    return heights[heights.length * 3 / 4];
  }

  static Area around(List<Area> marks) {
    return marks.stream().reduce(Area::and).orElseThrow();
  }
}
