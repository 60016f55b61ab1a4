package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows of narrow cells with one character each, as forms print them for ID numbers: they are read
 * as one line, in the place of the first cell. Where the line between two boxes is worn away, the
 * two are one wider cell among narrow ones.
 */
final class DigitBoxes {
  private static final int FEWEST = 6;
  private static final double WIDEST = 2.4;
  private static final int MOST_TOGETHER = 3;

  private DigitBoxes() {}

  /**
   * The numbers of the cells of each row, left to right.
   *
   * @param textHeight usual height of a character, pixels
   */
  static List<List<Integer>> rows(List<Area> cells, int textHeight) {
    List<Integer> narrow = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cells.get(cell).width() <= MOST_TOGETHER * WIDEST * textHeight) {
        narrow.add(cell);
      }
    }
    narrow.sort(Comparator.comparingInt(cell -> cells.get(cell).left()));
    List<List<Integer>> rows = new ArrayList<>();
    while (!narrow.isEmpty()) {
      List<Integer> row = new ArrayList<>();
      row.add(narrow.removeFirst());
      if (isWide(cells.get(row.getFirst()), textHeight)) {
        continue;
      }
      for (int next : List.copyOf(narrow)) {
        if (continues(cells.get(row.getLast()), cells.get(next), textHeight)) {
          row.add(next);
          narrow.remove(Integer.valueOf(next));
        }
      }
      while (isWide(cells.get(row.getLast()), textHeight)) {
        row.removeLast();
      }
      if (row.stream().filter(cell -> !isWide(cells.get(cell), textHeight)).count() >= FEWEST) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean isWide(Area cell, int textHeight) {
    return cell.width() > WIDEST * textHeight;
  }

  private static boolean continues(Area left, Area right, int textHeight) {
    int tolerance = Math.max(6, textHeight / 4);
    int gap = right.left() - left.right();
    return Math.abs(left.top() - right.top()) <= tolerance
        && Math.abs(left.bottom() - right.bottom()) <= tolerance
        && isSeveral(
            Math.max(left.width(), right.width()), Math.min(left.width(), right.width()), tolerance)
        && gap >= -tolerance
        // At 100 dots an inch, cells end some pixels before their lines.
        && gap <= textHeight;
  }

  private static boolean isSeveral(int width, int box, int tolerance) {
    int boxes = Math.round((float) width / box);
    return boxes >= 1
        && boxes <= MOST_TOGETHER
        && Math.abs(width - boxes * box) <= 2 * tolerance * boxes;
  }
}
