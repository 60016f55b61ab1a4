package io.huodang.recognition.layout;

import io.huodang.recognition.image.Gray;
import java.util.Arrays;

/**
 * The printed lines of a form, found at half size: long straight runs of ink.
 *
 * <p>A short upright run is a line only where both its ends meet a level one, so that the strokes
 * of large characters are left alone.
 */
final class RuledLines {
  /** Shortest level line: 12 mm. */
  private static final double LEVEL_MILLIMETRES = 12;

  /** An upright line of this length needs no level line at its ends. */
  private static final double UPRIGHT_MILLIMETRES = 12;

  /** Shortest upright line between two level ones: longer than characters in tight rows. */
  private static final double SHORT_UPRIGHT_MILLIMETRES = 5.2;

  /** From this length on, a level run of ink cannot be strokes of characters side by side. */
  private static final double SURE_MILLIMETRES = 40;

  private static final double GAP_MILLIMETRES = 0.2;
  private static final double LEAST_DENSITY = 0.93;

  /** Beside a line there is paper; beside strokes of characters there are other strokes. */
  private static final double MOST_INK_BESIDE = 0.2;

  /** So far may a short upright line end from the level one that it meets. */
  private static final double REACH_MILLIMETRES = 0.4;

  final int width;
  final int height;

  /** At half size, 1 where a line runs. */
  final byte[] level;

  final byte[] upright;

  /** Of the half-sized page. */
  private final double dotsPerMillimetre;

  private final int gap;
  private final int reach;

  private RuledLines(int width, int height, double dotsPerMillimetre) {
    this.width = width;
    this.height = height;
    this.dotsPerMillimetre = dotsPerMillimetre;
    gap = Math.max(1, (int) Math.round(GAP_MILLIMETRES * dotsPerMillimetre));
    reach = Math.max(1, (int) Math.round(REACH_MILLIMETRES * dotsPerMillimetre));
    level = new byte[width * height];
    upright = new byte[width * height];
  }

  /**
   * Finds the lines of a straightened page.
   *
   * @param split up to where a pixel is ink
   * @param dotsPerInch of the page
   */
  static RuledLines find(Gray page, int split, double dotsPerInch) {
    RuledLines lines =
        new RuledLines((page.width() + 1) / 2, (page.height() + 1) / 2, dotsPerInch / 25.4 / 2);
    byte[] dark = lines.darkest(page, split);
    lines.findLevel(dark);
    lines.findUpright(dark);
    return lines;
  }

  /** Whitens the lines, with their grey rims, on the page they were found on. */
  void erase(Gray page) {
    byte[] pixels = page.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (level[i] != 0) {
          whiten(pixels, page, 2 * x, 2 * x + 2, 2 * y - 2, 2 * y + 4);
        }
        if (upright[i] != 0) {
          whiten(pixels, page, 2 * x - 2, 2 * x + 4, 2 * y, 2 * y + 2);
        }
      }
    }
  }

  private static void whiten(byte[] pixels, Gray page, int left, int right, int top, int bottom) {
    int from = Math.max(0, left);
    int to = Math.min(page.width(), right);
    for (int y = Math.max(0, top); y < Math.min(page.height(), bottom); y++) {
      for (int x = from; x < to; x++) {
        pixels[y * page.width() + x] = (byte) 255;
      }
    }
  }

  private byte[] darkest(Gray page, int split) {
    byte[] dark = new byte[width * height];
    byte[] pixels = page.pixels();
    for (int y = 0; y < page.height(); y++) {
      int i = y * page.width();
      int o = (y >> 1) * width;
      for (int x = 0; x < page.width(); x++) {
        if ((pixels[i + x] & 0xFF) <= split) {
          dark[o + (x >> 1)] = 1;
        }
      }
    }
    return dark;
  }

  private void findLevel(byte[] dark) {
    int shortest = (int) (LEVEL_MILLIMETRES * dotsPerMillimetre);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int start = -1;
      int last = -1;
      for (int x = 0; x <= width; x++) {
        boolean ink = x < width && dark[row + x] != 0;
        if (ink) {
          if (start < 0) {
            start = x;
          }
          last = x;
        } else if (start >= 0 && (x - last > gap || x == width)) {
          if (last + 1 - start >= shortest && isLine(dark, y, start, last + 1)) {
            Arrays.fill(level, row + start, row + last + 1, (byte) 1);
          }
          start = -1;
        }
      }
    }
  }

  private boolean isLine(byte[] dark, int y, int left, int right) {
    double length = right - left;
    if (ink(dark, y, left, right) < LEAST_DENSITY * length) {
      return false;
    }
    if (length >= SURE_MILLIMETRES * dotsPerMillimetre) {
      return true;
    }
    int near = (int) Math.ceil(0.5 * dotsPerMillimetre);
    int far = (int) Math.ceil(0.9 * dotsPerMillimetre);
    for (int distance = near; distance <= far; distance++) {
      if (ink(dark, y - distance, left, right) > MOST_INK_BESIDE * length
          || ink(dark, y + distance, left, right) > MOST_INK_BESIDE * length) {
        return false;
      }
    }
    return true;
  }

  private int ink(byte[] dark, int y, int left, int right) {
    int ink = 0;
    if (y >= 0 && y < height) {
      for (int i = y * width + left; i < y * width + right; i++) {
        ink += dark[i];
      }
    }
    return ink;
  }

  private void findUpright(byte[] dark) {
    int shortest = (int) (SHORT_UPRIGHT_MILLIMETRES * dotsPerMillimetre);
    Tracks above = Tracks.of(dark, width, height);
    Tracks below = Tracks.of(upsideDown(dark), width, height);
    // The pixels of a column mostly lie on one track: its last answer is theirs.
    long[] track = new long[width];
    boolean[] answer = new boolean[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int up = above.length(x, y);
        int down = below.length(x, height - 1 - y);
        int length = up + down - 1;
        if (up == 0 || length < shortest) {
          continue;
        }
        int top = y - up + 1;
        int bottom = y + down - 1;
        int first = above.start(x, y);
        int last = below.start(x, height - 1 - y);
        long here = ((long) first << 48 | (long) top << 32 | (long) last << 16 | bottom) + 1;
        if (track[x] != here) {
          track[x] = here;
          answer[x] = isUpright(dark, first, top, last, bottom);
        }
        if (answer[x]) {
          upright[y * width + x] = 1;
        }
      }
    }
  }

  private boolean isUpright(byte[] dark, int first, int top, int last, int bottom) {
    double length = (bottom + 1 - top) / dotsPerMillimetre;
    boolean ends =
        length >= UPRIGHT_MILLIMETRES || meetsLevel(first, top) && meetsLevel(last, bottom);
    return ends && (length >= SURE_MILLIMETRES || hasPaperBeside(dark, first, top, last, bottom));
  }

  /** In tight rows strokes of characters below each other join; they have others beside them. */
  private boolean hasPaperBeside(byte[] dark, int first, int top, int last, int bottom) {
    int near = (int) Math.ceil(0.8 * dotsPerMillimetre);
    int far = (int) Math.ceil(1.2 * dotsPerMillimetre);
    double most = MOST_INK_BESIDE * (bottom + 1 - top);
    for (int distance = near; distance <= far; distance++) {
      if (inkAlong(dark, first - distance, top, last - distance, bottom) > most
          || inkAlong(dark, first + distance, top, last + distance, bottom) > most) {
        return false;
      }
    }
    return true;
  }

  /** Ink on the straight way from one place to another below it. */
  private int inkAlong(byte[] dark, int first, int top, int last, int bottom) {
    int ink = 0;
    for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      int x = first + (last - first) * (y - top) / Math.max(1, bottom - top);
      ink += x >= 0 && x < width ? dark[y * width + x] : 0;
    }
    return ink;
  }

  private byte[] upsideDown(byte[] dark) {
    byte[] turned = new byte[dark.length];
    for (int y = 0; y < height; y++) {
      System.arraycopy(dark, y * width, turned, (height - 1 - y) * width, width);
    }
    return turned;
  }

  private boolean meetsLevel(int x, int y) {
    for (int dy = -reach; dy <= reach; dy++) {
      int row = y + dy;
      if (row >= 0 && row < height && level[row * width + x] != 0) {
        return true;
      }
    }
    return false;
  }
}
