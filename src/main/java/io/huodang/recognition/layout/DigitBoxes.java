package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows of narrow cells with one character each, as forms print them for ID numbers: they are read
 * as one line, in the place of the first cell.
 */
final class DigitBoxes {
  private static final int FEWEST = 6;
  private static final double WIDEST = 2.4;

  private DigitBoxes() {}

  /**
   * The numbers of the cells of each row, left to right.
   *
   * @param textHeight usual height of a character, pixels
   */
  static List<List<Integer>> rows(List<Area> cells, int textHeight) {
    List<Integer> narrow = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cells.get(cell).width() <= WIDEST * textHeight) {
        narrow.add(cell);
      }
    }
    narrow.sort(Comparator.comparingInt(cell -> cells.get(cell).left()));
    List<List<Integer>> rows = new ArrayList<>();
    while (!narrow.isEmpty()) {
      List<Integer> row = new ArrayList<>();
      row.add(narrow.removeFirst());
      for (int next : List.copyOf(narrow)) {
        if (continues(cells.get(row.getLast()), cells.get(next), textHeight)) {
          row.add(next);
          narrow.remove(Integer.valueOf(next));
        }
      }
      if (row.size() >= FEWEST) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean continues(Area left, Area right, int textHeight) {
    int tolerance = Math.max(6, textHeight / 4);
    return Math.abs(left.top() - right.top()) <= tolerance
        && Math.abs(left.bottom() - right.bottom()) <= tolerance
        && Math.abs(left.width() - right.width()) <= 2 * tolerance
        && right.left() - left.right() >= -tolerance
        && right.left() - left.right() <= textHeight / 2;
  }
}
