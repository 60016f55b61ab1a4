package io.huodang.recognition.image;

import java.util.Arrays;

/**
 * Measures by how much lines of text and ruled lines lean.
 *
 * <p>Upper edges of ink are projected along candidate angles; the right one gathers them into the
 * sharpest peaks.
 */
public final class Skew {
  private static final double WIDEST = 12;
  private static final int MOST_POINTS = 40_000;
  private static final int FEWEST_POINTS = 200;

  private final int[] xs;
  private final int[] ys;
  private final int height;
  private final int width;

  private Skew(int[] xs, int[] ys, Gray small) {
    this.xs = xs;
    this.ys = ys;
    this.height = small.height();
    this.width = small.width();
  }

  /**
   * Degrees by which the page leans, clockwise positive, within ±12.
   *
   * @param small the page at about 75 dots an inch
   */
  public static double of(Gray small, int split) {
    byte[] pixels = small.pixels();
    int w = small.width();
    int[] xs = new int[1024];
    int[] ys = new int[1024];
    int n = 0;
    for (int y = 1; y < small.height(); y++) {
      for (int x = 0; x < w; x++) {
        int i = y * w + x;
        if ((pixels[i] & 0xFF) <= split && (pixels[i - w] & 0xFF) > split) {
          if (n == xs.length) {
            xs = Arrays.copyOf(xs, 2 * n);
            ys = Arrays.copyOf(ys, 2 * n);
          }
          xs[n] = x;
          ys[n++] = y;
        }
      }
    }
    if (n < FEWEST_POINTS) {
      return 0;
    }
    int step = Math.max(1, n / MOST_POINTS);
    int kept = 0;
    for (int i = 0; i < n; i += step, kept++) {
      xs[kept] = xs[i];
      ys[kept] = ys[i];
    }
    return new Skew(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept), small).best();
  }

  private double best() {
    double best = search(0, WIDEST, 0.5);
    best = search(best, 0.5, 0.1);
    return search(best, 0.1, 0.02);
  }

  private double search(double middle, double reach, double step) {
    double best = middle;
    double bestScore = score(middle);
    for (int i = 1; i * step <= reach + step / 2; i++) {
      for (double angle : new double[] {middle - i * step, middle + i * step}) {
        double score = score(angle);
        if (score > bestScore) {
          best = angle;
          bestScore = score;
        }
      }
    }
    return best;
  }

  private double score(double degrees) {
    int slope = (int) Math.round(Math.tan(Math.toRadians(degrees)) * 65536);
    int lift = (int) ((long) Math.abs(slope) * width >> 15) + 2;
    // Half pixels: fine angles differ by less than a pixel over the width of a line.
    int[] bins = new int[2 * height + 2 * lift + 4];
    for (int i = 0; i < xs.length; i++) {
      bins[2 * ys[i] - (int) ((long) xs[i] * slope >> 15) + lift]++;
    }
    double score = 0;
    for (int bin = 1; bin < bins.length; bin++) {
      double pair = bins[bin - 1] + bins[bin];
      score += pair * pair;
    }
    return score;
  }
}
