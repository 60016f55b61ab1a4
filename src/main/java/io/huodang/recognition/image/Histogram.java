package io.huodang.recognition.image;

import java.util.Arrays;

/** What counts of the values 0 to 255 tell. */
final class Histogram {
  private Histogram() {}

  /** The value that half of all are at most. */
  static int median(int[] counts) {
    return reaching(counts, Arrays.stream(counts).asLongStream().sum() / 2.0);
  }

  /** The least value that so many are at most. */
  static int reaching(int[] counts, double many) {
    int value = 0;
    for (long below = counts[0]; below < many && value < 255; ) {
      below += counts[++value];
    }
    return value;
  }
}
