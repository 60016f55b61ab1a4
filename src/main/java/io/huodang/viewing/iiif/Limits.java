package io.huodang.viewing.iiif;

import java.awt.Dimension;

/** How large an image is made at most, so that one costs at most 54 MB while it is drawn. */
final class Limits {
  /** Pixels of the longer side. */
  static final int SIDE = 8192;

  /** Pixels in all: an A3 sheet at 300 dots an inch (3508 × 4961) keeps every one. */
  static final int AREA = 18_000_000;

  private Limits() {}

  static boolean hold(long width, long height) {
    return width <= SIDE && height <= SIDE && width * height <= AREA;
  }

  /**
   * By how much a picture is made smaller, 1 when it need not be; above 1 how much larger it may.
   */
  static double scale(int width, int height) {
    return Math.min(
        (double) SIDE / Math.max(width, height),
        Math.sqrt((double) AREA / ((long) width * height)));
  }

  /** The largest size of these proportions. */
  static Dimension within(int width, int height) {
    double scale = Math.min(1, scale(width, height));
    return new Dimension(Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)));
  }
}
