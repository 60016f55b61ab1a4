package io.huodang.recognition.image;

/** Makes paper white: takes out shadows, uneven light and tinted paper. */
public final class Background {
  private static final double SHARE_OF_INK = 0.3;
  private static final int DARKEST_PAPER = 64;

  private final int columns;
  private final int rows;
  private final int tile;

  private Background(Gray page, int tile) {
    this.tile = tile;
    columns = (page.width() + tile - 1) / tile;
    rows = (page.height() + tile - 1) / tile;
  }

  /**
   * Flattens in place.
   *
   * @param tile side of the square in which paper is taken to be evenly lit, pixels
   */
  public static void flatten(Gray page, int tile) {
    Background background = new Background(page, tile);
    background.divide(page, background.smooth(background.paper(page)));
  }

  /** For each tile, the value that 70 % of its pixels are darker than or equal to the paper. */
  private int[] paper(Gray page) {
    int[] levels = new int[columns * rows];
    int[] counts = new int[256];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        java.util.Arrays.fill(counts, 0);
        int bottom = Math.min(page.height(), (row + 1) * tile);
        int right = Math.min(page.width(), (column + 1) * tile);
        int seen = 0;
        for (int y = row * tile; y < bottom; y += 2) {
          for (int x = column * tile + (y >> 1 & 1); x < right; x += 2) {
            counts[page.pixels()[y * page.width() + x] & 0xFF]++;
            seen++;
          }
        }
        levels[row * columns + column] = level(counts, (int) (seen * SHARE_OF_INK));
      }
    }
    return levels;
  }

  private static int level(int[] counts, int fromAbove) {
    int level = 255;
    for (int above = counts[255]; above <= fromAbove && level > 0; ) {
      above += counts[--level];
    }
    return level;
  }

  /** Tiles full of ink take the paper of their neighbours; then steps are evened out. */
  private int[] smooth(int[] levels) {
    int[] brightest = new int[levels.length];
    int[] even = new int[levels.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int max = 0;
          int sum = 0;
          int count = 0;
          for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
              int value = pass == 0 ? levels[y * columns + x] : brightest[y * columns + x];
              max = Math.max(max, value);
              sum += value;
              count++;
            }
          }
          if (pass == 0) {
            brightest[row * columns + column] = Math.max(DARKEST_PAPER, max);
          } else {
            even[row * columns + column] = sum / count;
          }
        }
      }
    }
    return even;
  }

  /** Divides every pixel by the paper at its place, interpolated between the tiles' middles. */
  private void divide(Gray page, int[] paper) {
    byte[] pixels = page.pixels();
    int width = page.width();
    int[] factors = new int[columns];
    for (int y = 0; y < page.height(); y++) {
      double place = (y + 0.5) / tile - 0.5;
      int above = Math.clamp((int) Math.floor(place), 0, rows - 1);
      int below = Math.min(rows - 1, above + 1);
      double share = Math.clamp(place - above, 0, 1);
      for (int column = 0; column < columns; column++) {
        double level =
            paper[above * columns + column] * (1 - share) + paper[below * columns + column] * share;
        factors[column] = (int) (255 * 65536 / level);
      }
      int x = 0;
      for (int column = -1; column < columns; column++) {
        int left = factors[Math.max(0, column)];
        int right = factors[Math.min(columns - 1, column + 1)];
        int from = Math.max(0, column * tile + tile / 2);
        int end = Math.min(width, (column + 1) * tile + tile / 2);
        int step = (right - left) / tile;
        int factor = left + step * (from - (column * tile + tile / 2));
        for (x = from; x < end; x++, factor += step) {
          int i = y * width + x;
          int value = (int) ((long) (pixels[i] & 0xFF) * factor >> 16);
          pixels[i] = (byte) Math.min(255, value);
        }
      }
    }
  }
}
