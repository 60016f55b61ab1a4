package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Components;
import io.huodang.recognition.image.Gray;
import java.util.ArrayList;
import java.util.List;

/**
 * The connected places between ruled lines, labelled at quarter size: cells, and the rest of the
 * page around them.
 */
final class Regions {
  private static final int SCALE = 4;

  /** Broken lines are taken to go on over gaps of this many quarter pixels. */
  private static final int LONGEST_GAP = 14;

  private static final int LONGEST_GAP_TO_CROSSING = 5;
  private static final double SMALLEST_SIDE_MILLIMETRES = 2.5;

  private final int width;
  private final int height;

  /** 0 for lines, 1 for what is not a cell, else number of the cell + 2. */
  private final int[] labels;

  private final List<Area> cells = new ArrayList<>();

  private Regions(int width, int height) {
    this.width = width;
    this.height = height;
    labels = new int[width * height];
  }

  static Regions between(RuledLines lines, double dotsPerInch) {
    Regions regions = new Regions((lines.width + 1) / 2, (lines.height + 1) / 2);
    Gray free = regions.walls(lines);
    regions.label(Components.of(free, 127), dotsPerInch);
    return regions;
  }

  /** Cells in page pixels. */
  List<Area> cells() {
    return cells;
  }

  /** The number of the cell around a place of the page, or -1 where there is none. */
  int cellAt(int x, int y) {
    int column = Math.min(width - 1, x / SCALE);
    int row = Math.min(height - 1, y / SCALE);
    for (int reach = 0; reach < 6; reach++) {
      for (int dy = -reach; dy <= reach; dy += Math.max(1, reach)) {
        for (int dx = -reach; dx <= reach; dx += Math.max(1, reach)) {
          int c = column + dx;
          int r = row + dy;
          if (c >= 0 && r >= 0 && c < width && r < height && labels[r * width + c] != 0) {
            return labels[r * width + c] - 2;
          }
        }
      }
    }
    return -1;
  }

  /** White (255) where a line is, black (0) where one can walk. */
  private Gray walls(RuledLines lines) {
    byte[] level = quarter(lines, lines.level);
    byte[] upright = quarter(lines, lines.upright);
    byte[] bridgedLevel = level.clone();
    byte[] bridgedUpright = upright.clone();
    for (int y = 0; y < height; y++) {
      bridge(level, upright, bridgedLevel, y * width, 1, width);
    }
    for (int x = 0; x < width; x++) {
      bridge(upright, level, bridgedUpright, x, width, height);
    }
    Gray walls = new Gray(width, height);
    for (int i = 0; i < width * height; i++) {
      if (bridgedLevel[i] != 0 || bridgedUpright[i] != 0) {
        walls.pixels()[i] = (byte) 255;
        // Thickened to the right and down, so that no diagonal step is a door.
        if ((i + 1) % width != 0) {
          walls.pixels()[i + 1] = (byte) 255;
        }
        if (i + width < width * height) {
          walls.pixels()[i + width] = (byte) 255;
        }
      }
    }
    return walls;
  }

  private byte[] quarter(RuledLines lines, byte[] half) {
    byte[] quarter = new byte[width * height];
    for (int y = 0; y < lines.height; y++) {
      for (int x = 0; x < lines.width; x++) {
        if (half[y * lines.width + x] != 0) {
          quarter[(y >> 1) * width + (x >> 1)] = 1;
        }
      }
    }
    return quarter;
  }

  /** Along one row or column: fills gaps between stretches of line, and up to a crossing line. */
  private static void bridge(
      byte[] along, byte[] across, byte[] out, int from, int step, int count) {
    int lastLine = Integer.MIN_VALUE / 2;
    int lastCrossing = Integer.MIN_VALUE / 2;
    for (int k = 0; k < count; k++) {
      int i = from + k * step;
      boolean line = along[i] != 0;
      boolean crossing = across[i] != 0;
      if (line) {
        boolean closeLine = k - lastLine - 1 <= LONGEST_GAP;
        boolean closeCrossing = k - lastCrossing - 1 <= LONGEST_GAP_TO_CROSSING;
        if (closeLine || closeCrossing) {
          for (int b = Math.max(closeLine ? lastLine : lastCrossing, 0); b < k; b++) {
            out[from + b * step] = 1;
          }
        }
        lastLine = k;
      } else if (crossing && k - lastLine - 1 <= LONGEST_GAP_TO_CROSSING) {
        for (int b = lastLine + 1; b < k; b++) {
          out[from + b * step] = 1;
        }
      }
      if (crossing) {
        lastCrossing = k;
      }
    }
  }

  /** A place around several others is the page within its edge or frame, not a cell. */
  private static boolean isFrame(Area area, Components places, double smallest) {
    int inside = 0;
    for (int place = 0; place < places.count() && inside < 2; place++) {
      Area other = places.area(place);
      boolean within =
          other.left() > area.left()
              && other.right() < area.right()
              && other.top() > area.top()
              && other.bottom() < area.bottom();
      if (within && other.width() >= smallest && other.height() >= smallest) {
        inside++;
      }
    }
    return inside == 2;
  }

  private void label(Components places, double dotsPerInch) {
    double smallest = SMALLEST_SIDE_MILLIMETRES * dotsPerInch / 25.4 / SCALE;
    int[] labelOf = new int[places.count()];
    for (int place = 0; place < places.count(); place++) {
      Area area = places.area(place);
      boolean open =
          area.left() == 0 || area.top() == 0 || area.right() == width || area.bottom() == height;
      boolean small = area.width() < smallest || area.height() < smallest;
      if (open || small || isFrame(area, places, smallest)) {
        labelOf[place] = 1;
        continue;
      }
      cells.add(
          new Area(
              area.left() * SCALE,
              area.top() * SCALE,
              area.right() * SCALE,
              area.bottom() * SCALE));
      labelOf[place] = cells.size() + 1;
    }
    places.eachRun(
        (place, y, left, right) ->
            java.util.Arrays.fill(labels, y * width + left, y * width + right, labelOf[place]));
  }
}
