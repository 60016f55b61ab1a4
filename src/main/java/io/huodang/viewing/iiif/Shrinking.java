package io.huodang.viewing.iiif;

import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in from above: each new pixel is the mean of what it
 * covers, also of parts of pixels. Nothing but one new row is kept.
 */
final class Shrinking {
  private static final double ALMOST = 1e-6;

  private final int[] first;
  private final int[] last;
  private final float[] begins;
  private final float[] ends;
  private final float covered;
  private final double top;
  private final double step;
  private final int rows;
  private final int bands;
  private final Rows out;
  private final float[] sum;
  private final float[] line;
  private double weight;
  private int row;

  /** Takes the new rows. */
  @FunctionalInterface
  interface Rows {
    /**
     * @param row from 0
     * @param pixels 0 to 255, band beside band
     */
    void take(int row, float[] pixels);
  }

  /**
   * A stretch of the old picture, and into how many pixels it goes.
   *
   * @param from where it begins, in old pixels
   * @param to where it ends
   * @param pixels at most {@code to - from}
   */
  record Span(double from, double to, int pixels) {
    double step() {
      return (to - from) / pixels;
    }
  }

  /**
   * @param across within the rows that come in
   */
  Shrinking(Span across, Span down, int bands, Rows out) {
    int pixels = across.pixels();
    this.first = new int[pixels];
    this.last = new int[pixels];
    this.begins = new float[pixels];
    this.ends = new float[pixels];
    this.covered = (float) across.step();
    for (int x = 0; x < pixels; x++) {
      double from = across.from() + x * across.step();
      double to = from + across.step();
      first[x] = (int) (from + ALMOST);
      last[x] = Math.max(first[x], (int) Math.ceil(to - ALMOST) - 1);
      begins[x] = (float) (Math.min(to, first[x] + 1) - from);
      ends[x] = last[x] > first[x] ? (float) (to - last[x]) : 0;
    }
    this.top = down.from();
    this.step = down.step();
    this.rows = down.pixels();
    this.bands = bands;
    this.out = out;
    this.sum = new float[across.pixels() * bands];
    this.line = new float[across.pixels() * bands];
  }

  /**
   * Takes the next row.
   *
   * @param y of the old picture
   * @param pixels band beside band
   * @param at where in them the row begins
   */
  void take(int y, byte[] pixels, int at) {
    boolean averaged = false;
    double from = Math.max(y, top);
    while (row < rows) {
      double end = top + (row + 1) * step;
      double share = Math.min(y + 1, end) - from;
      if (share > ALMOST) {
        if (!averaged) {
          average(pixels, at);
          averaged = true;
        }
        for (int i = 0; i < sum.length; i++) {
          sum[i] += line[i] * (float) share;
        }
        weight += share;
      }
      if (end > y + 1 + ALMOST) {
        return;
      }
      give();
      from = end;
    }
  }

  private void give() {
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) weight;
    }
    out.take(row, sum);
    Arrays.fill(sum, 0);
    weight = 0;
    row++;
  }

  private void average(byte[] pixels, int at) {
    int to = 0;
    for (int x = 0; x < first.length; x++) {
      int left = at + first[x] * bands;
      int right = at + last[x] * bands;
      for (int band = 0; band < bands; band++) {
        float mean =
            (pixels[left + band] & 255) * begins[x] + (pixels[right + band] & 255) * ends[x];
        for (int between = left + bands; between < right; between += bands) {
          mean += pixels[between + band] & 255;
        }
        line[to++] = mean / covered;
      }
    }
  }
}
