package io.huodang.recognition;

/**
 * A rectangle in the pixels of a straightened page; right and bottom are just outside.
 *
 * @param left pixels
 * @param top pixels
 * @param right pixels
 * @param bottom pixels
 */
public record Area(int left, int top, int right, int bottom) {

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  public int middleX() {
    return (left + right) / 2;
  }

  public int middleY() {
    return (top + bottom) / 2;
  }

  /** The smallest rectangle around both. */
  public Area and(Area other) {
    return new Area(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Grown on each side, but not beyond a picture of this size. */
  public Area grown(int by, int width, int height) {
    return new Area(
        Math.max(0, left - by),
        Math.max(0, top - by),
        Math.min(width, right + by),
        Math.min(height, bottom + by));
  }

  /** How many pixels of height the two share; negative is the gap between them. */
  public int sharedHeight(Area other) {
    return Math.min(bottom, other.bottom) - Math.max(top, other.top);
  }

  /** How many pixels of width the two share; negative is the gap between them. */
  public int sharedWidth(Area other) {
    return Math.min(right, other.right) - Math.max(left, other.left);
  }

  public boolean contains(int x, int y) {
    return x >= left && x < right && y >= top && y < bottom;
  }
}
