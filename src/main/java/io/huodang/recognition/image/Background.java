package io.huodang.recognition.image;

/**
 * Makes paper white: takes out shadows, uneven light, stains, highlighters and tinted paper, and
 * what is no paper at all, such as black borders, punched holes and a dark table.
 *
 * <p>Paper is what is left of a small picture of the page when everything narrower than the widest
 * stroke is filled. So it follows the hard edge of a shadow as closely as soft light.
 */
public final class Background {
  private static final int SMALL_DOTS_PER_INCH = 75;

  /** Wider than the strokes of any heading: 0.2 inches, 60 pixels at 300 dots an inch. */
  private static final int REACH = 7;

  /** What is darker than this part of the usual paper is none. */
  private static final double DARKEST_PAPER = 0.28;

  /** 1 millimetre. */
  private static final int RIM = 3;

  private final Gray paper;
  private final int step;
  private final int darkest;

  private Background(Gray paper, int step) {
    this.paper = paper;
    this.step = step;
    this.darkest = (int) (DARKEST_PAPER * Histogram.median(paper.histogram(1)));
    cutRims();
  }

  /** Around what is no paper lie its shadow and its ragged edge. */
  private void cutRims() {
    int[] within = new int[paper.pixels().length];
    for (int i = 0; i < within.length; i++) {
      within[i] = (paper.pixels()[i] & 0xFF) < darkest ? 0 : 1;
    }
    Closing.least(within, paper.width(), paper.height(), RIM);
    for (int i = 0; i < within.length; i++) {
      if (within[i] == 0) {
        paper.pixels()[i] = 0;
      }
    }
  }

  /**
   * Flattens in place.
   *
   * @return the part of the page that was no paper and is white now, 0 to 1
   */
  public static double flatten(Gray page, double dotsPerInch) {
    int step = Math.max(1, (int) Math.round(dotsPerInch / SMALL_DOTS_PER_INCH));
    Background background = new Background(Closing.of(Scale.byMean(page, step), REACH), step);
    background.divide(page);
    return background.shareWithoutPaper();
  }

  private double shareWithoutPaper() {
    int without = 0;
    for (byte level : paper.pixels()) {
      without += (level & 0xFF) < darkest ? 1 : 0;
    }
    return (double) without / paper.pixels().length;
  }

  /** Divides every pixel by the paper at its place, interpolated between the small pixels. */
  private void divide(Gray page) {
    byte[] pixels = page.pixels();
    int width = page.width();
    int[] factors = factors();
    int[] offsets = offsets();
    int[] left = new int[width];
    int[] share = new int[width];
    for (int x = 0; x < width; x++) {
      double place = Math.clamp((x + 0.5) / step - 0.5, 0, paper.width() - 1);
      left[x] = Math.min((int) place, Math.max(0, paper.width() - 2));
      share[x] = (int) ((place - left[x]) * 256);
    }
    int[] levels = new int[paper.width() + 1];
    for (int y = 0; y < page.height(); y++) {
      levelsAt(y, levels);
      for (int x = 0, i = y * width; x < width; x++, i++) {
        int from = levels[left[x]];
        int level = from + ((levels[left[x] + 1] - from) * share[x] >> 8);
        int value = (pixels[i] & 0xFF) * factors[level >> 6] + offsets[level >> 6] >> 14;
        pixels[i] = (byte) Math.min(255, value);
      }
    }
  }

  /** For each level of the paper, in quarters, what brings it to white. */
  private int[] factors() {
    int[] factors = new int[1024];
    for (int level = 4 * darkest; level < factors.length; level++) {
      factors[level] = (int) (255.0 * (1 << 14) / Math.max(1, level / 4.0));
    }
    return factors;
  }

  /** What is no paper becomes white, whatever it was. */
  private int[] offsets() {
    int[] offsets = new int[1024];
    java.util.Arrays.fill(offsets, 0, 4 * darkest, 255 << 14);
    return offsets;
  }

  /** The paper along a row of the page, in 1/256. */
  private void levelsAt(int y, int[] levels) {
    double place = Math.clamp((y + 0.5) / step - 0.5, 0, paper.height() - 1);
    int above = Math.min((int) place, Math.max(0, paper.height() - 2));
    int below = Math.min(above + 1, paper.height() - 1);
    int share = (int) ((place - above) * 256);
    for (int x = 0; x < paper.width(); x++) {
      levels[x] = paper.at(x, above) * (256 - share) + paper.at(x, below) * share;
    }
    levels[paper.width()] = levels[paper.width() - 1];
  }
}
