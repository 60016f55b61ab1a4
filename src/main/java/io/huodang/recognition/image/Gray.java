package io.huodang.recognition.image;

import io.huodang.recognition.Area;

/**
 * A picture of one byte a pixel, row by row: 0 is black, 255 is white.
 *
 * <p>The array is shared, not copied: the steps of cleaning work in place where they say so.
 */
public final class Gray {
  private final int width;
  private final int height;
  private final byte[] pixels;

  public Gray(int width, int height, byte[] pixels) {
    if (width <= 0 || height <= 0 || pixels.length != width * height) {
      throw new IllegalArgumentException("Not a picture: " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public Gray(int width, int height) {
    this(width, height, new byte[width * height]);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Unsigned bytes, row by row. */
  public byte[] pixels() {
    return pixels;
  }

  /** 0 to 255. */
  public int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /** The part inside an area, which must lie within the picture. */
  public Gray crop(Area area) {
    Gray part = new Gray(area.width(), area.height());
    for (int y = 0; y < area.height(); y++) {
      System.arraycopy(
          pixels, (area.top() + y) * width + area.left(), part.pixels, y * part.width, part.width);
    }
    return part;
  }

  /** How many pixels have each of the 256 values; every {@code step}-th of every such row. */
  public int[] histogram(int step) {
    int[] counts = new int[256];
    for (int y = 0; y < height; y += step) {
      for (int i = y * width, end = i + width; i < end; i += step) {
        counts[pixels[i] & 0xFF]++;
      }
    }
    return counts;
  }
}
