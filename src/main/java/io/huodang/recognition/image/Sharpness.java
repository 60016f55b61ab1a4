package io.huodang.recognition.image;

/** Measures how wide the edges between ink and paper are. */
public final class Sharpness {
  private static final int DARK = 85;
  private static final int LIGHT = 170;

  private Sharpness() {}

  /**
   * Pixels that an edge between ink and paper takes, on average: 0 in a black-and-white picture,
   * about 1 in a sharp grey one, 3 and more in a blurred one.
   *
   * @param page flattened
   */
  public static double edgeWidth(Gray page) {
    byte[] pixels = page.pixels();
    long edges = 0;
    long between = 0;
    for (int y = 0; y < page.height(); y += 3) {
      int row = y * page.width();
      int pending = 0;
      boolean fromDark = false;
      boolean known = false;
      for (int i = row; i < row + page.width(); i++) {
        int value = pixels[i] & 0xFF;
        if (value > DARK && value < LIGHT) {
          pending++;
          continue;
        }
        boolean dark = value <= DARK;
        if (known && dark != fromDark) {
          edges++;
          between += pending;
        }
        pending = 0;
        fromDark = dark;
        known = true;
      }
    }
    return edges == 0 ? 0 : (double) between / edges;
  }
}
