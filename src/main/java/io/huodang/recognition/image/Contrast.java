package io.huodang.recognition.image;

/** Makes faint ink dark: pencil, worn ribbons, the last copy of a carbon set, pale scans. */
public final class Contrast {
  /** Ink that is as dark as this, or darker, stays as it is. */
  private static final int DARK_ENOUGH = 80;

  private static final double DARKEST_SHARE = 0.15;

  /** Edges wider than this, pixels, are pale because they are blurred, not because ink is faint. */
  private static final double MOST_BLURRED = 5;

  private static final int WANTED = 40;
  private static final int PALEST_INK = 215;
  private static final double LEAST_INK = 0.001;
  private static final double MOST_INK = 0.3;

  private Contrast() {}

  /**
   * Darkens, in place, where ink is faint and paper is white.
   *
   * @return how dark its ink was, 0 (black) to 255; 255 where there is hardly any
   */
  public static int stretch(Gray page) {
    int[] counts = page.histogram(2);
    int split = Threshold.otsu(counts);
    long ink = 0;
    long all = 0;
    for (int value = 0; value < 256; value++) {
      all += counts[value];
      ink += value <= split ? counts[value] : 0;
    }
    if (ink < LEAST_INK * all || ink > MOST_INK * all) {
      return 255;
    }
    // Of blurred print only the middle of strokes is dark.
    int level = Histogram.reaching(counts, DARKEST_SHARE * ink);
    if (level > DARK_ENOUGH && level <= PALEST_INK && Sharpness.edgeWidth(page) <= MOST_BLURRED) {
      darken(page, (255.0 - WANTED) / (255 - level));
    }
    return level;
  }

  private static void darken(Gray page, double factor) {
    byte[] darkened = new byte[256];
    for (int value = 0; value < 256; value++) {
      darkened[value] = (byte) Math.max(0, Math.round(255 - (255 - value) * factor));
    }
    byte[] pixels = page.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = darkened[pixels[i] & 0xFF];
    }
  }
}
