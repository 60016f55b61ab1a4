package io.huodang.recognition.image;

import io.huodang.recognition.Area;

/** Takes out dust: marks too small to be part of a character. */
public final class Speckles {
  private Speckles() {}

  /**
   * Whitens, in place, marks of at most so many pixels together with their grey rim.
   *
   * @param split up to where a pixel is ink
   * @param largest pixels of ink
   * @return how many marks there were
   */
  public static int remove(Gray page, int split, int largest) {
    Components marks = Components.of(page, split);
    int width = page.width();
    byte[] pixels = page.pixels();
    int removed = 0;
    for (int mark = 0; mark < marks.count(); mark++) {
      if (marks.size(mark) > largest) {
        continue;
      }
      removed++;
      Area around = marks.area(mark).grown(1, width, page.height());
      for (int y = around.top(); y < around.bottom(); y++) {
        java.util.Arrays.fill(
            pixels, y * width + around.left(), y * width + around.right(), (byte) 255);
      }
    }
    return removed;
  }
}
