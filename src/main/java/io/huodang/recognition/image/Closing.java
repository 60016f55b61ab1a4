package io.huodang.recognition.image;

/**
 * Fills what is dark and narrow: everywhere the brightest value nearby, then the darkest of those
 * (grey closing, Serra 1982). What is wider stays, with its edges where they were.
 */
final class Closing {
  private Closing() {}

  /**
   * The picture without dark marks that are narrower than a window.
   *
   * @param reach half the window without its middle, pixels
   */
  static Gray of(Gray picture, int reach) {
    int[] values = new int[picture.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -(picture.pixels()[i] & 0xFF);
    }
    least(values, picture.width(), picture.height(), reach);
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    least(values, picture.width(), picture.height(), reach);
    Gray closed = new Gray(picture.width(), picture.height());
    for (int i = 0; i < values.length; i++) {
      closed.pixels()[i] = (byte) values[i];
    }
    return closed;
  }

  /** Everywhere the least value of the window, in place; first along the rows, then down. */
  static void least(int[] values, int width, int height, int reach) {
    int[] row = new int[width + 2 * reach];
    for (int y = 0; y < height; y++) {
      System.arraycopy(values, y * width, row, reach, width);
      java.util.Arrays.fill(row, 0, reach, row[reach]);
      java.util.Arrays.fill(row, reach + width, row.length, row[reach + width - 1]);
      leastAhead(row, 1, row.length, reach);
      System.arraycopy(row, 0, values, y * width, width);
    }
    int[] padded = new int[width * (height + 2 * reach)];
    System.arraycopy(values, 0, padded, reach * width, values.length);
    for (int y = 0; y < reach; y++) {
      System.arraycopy(values, 0, padded, y * width, width);
      System.arraycopy(values, (height - 1) * width, padded, (reach + height + y) * width, width);
    }
    leastAhead(padded, width, height + 2 * reach, reach);
    System.arraycopy(padded, 0, values, 0, values.length);
  }

  /** Each becomes the least of itself and the 2 · reach that follow; windows double in length. */
  private static void leastAhead(int[] values, int step, int count, int reach) {
    int window = 2 * reach + 1;
    int seen = 1;
    while (seen < window) {
      int by = Math.min(seen, window - seen) * step;
      for (int i = 0, end = count * step - by; i < end; i++) {
        values[i] = Math.min(values[i], values[i + by]);
      }
      seen += by / step;
    }
  }
}
