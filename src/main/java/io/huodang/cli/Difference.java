package io.huodang.cli;

import java.util.ArrayList;
import java.util.List;

/** How a value that was read differs from the true one, by characters (longest common ones). */
final class Difference {
  private Difference() {}

  /**
   * Characters in a row.
   *
   * @param kind {@code same}, {@code extra} (read, but not there) or {@code missing} (there, but
   *     not read); a wrong character is an extra and a missing one
   */
  public record Run(String kind, String text) {}

  static List<Run> between(String read, String there) {
    int[] from = read.codePoints().toArray();
    int[] to = there.codePoints().toArray();
    int[][] common = new int[from.length + 1][to.length + 1];
    for (int i = from.length - 1; i >= 0; i--) {
      for (int j = to.length - 1; j >= 0; j--) {
        common[i][j] =
            from[i] == to[j]
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Run> runs = new ArrayList<>();
    for (int i = 0, j = 0; i < from.length || j < to.length; ) {
      if (i < from.length && j < to.length && from[i] == to[j]) {
        add(runs, "same", from[i++]);
        j++;
      } else if (j == to.length || i < from.length && common[i + 1][j] >= common[i][j + 1]) {
        add(runs, "extra", from[i++]);
      } else {
        add(runs, "missing", to[j++]);
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, String kind, int character) {
    String text = Character.toString(character);
    if (!runs.isEmpty() && runs.getLast().kind.equals(kind)) {
      text = runs.removeLast().text + text;
    }
    runs.add(new Run(kind, text));
  }
}
