package io.huodang.recognition.image;

import java.util.Arrays;

/** Paper or pictures shown by black dots (dithered scans, copies of prints): greys again. */
public final class Halftone {
  private static final int TILE = 64;
  private static final int MIDDLE = 128;

  /** Most pixels of such a page are black or white. */
  private static final double MOST_BETWEEN = 0.3;

  /** Changes between black and white in each row of a tile: paper has none, dots have many. */
  private static final double FEWEST_CHANGES = 0.02;

  /** Margins, which writing leaves free and dots do not. */
  private static final double MARGINS = 0.2;

  private static final double SIGMA = 1.3;

  private Halftone() {}

  /** Whether even the emptiest parts of a page are full of dots. */
  public static boolean isOn(Gray page) {
    int[] counts = page.histogram(4);
    long all = Arrays.stream(counts).asLongStream().sum();
    long between = Arrays.stream(counts, 64, 192).asLongStream().sum();
    if (between > MOST_BETWEEN * all) {
      return false;
    }
    int columns = page.width() / TILE;
    int rows = page.height() / TILE;
    double[] changes = new double[columns * rows];
    for (int tile = 0; tile < changes.length; tile++) {
      changes[tile] = changes(page, tile % columns * TILE, tile / columns * TILE);
    }
    Arrays.sort(changes);
    return changes.length > 0 && changes[(int) (MARGINS * changes.length)] >= FEWEST_CHANGES;
  }

  private static double changes(Gray page, int left, int top) {
    int changes = 0;
    int seen = 0;
    for (int y = top; y < top + TILE; y += 4) {
      boolean dark = page.at(left, y) < MIDDLE;
      for (int x = left + 1; x < left + TILE; x++, seen++) {
        boolean next = page.at(x, y) < MIDDLE;
        changes += next != dark ? 1 : 0;
        dark = next;
      }
    }
    return (double) changes / seen;
  }

  /**
   * The greys that the dots stand for.
   *
   * @param grain 1 at 300 dots an inch
   */
  public static Gray smoothed(Gray page, double grain) {
    return Blur.gaussian(page, SIGMA * grain);
  }
}
