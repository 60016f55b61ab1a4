package io.huodang.recognition.image;

/** Where ink ends and paper begins (Otsu, 1979). */
public final class Threshold {
  private Threshold() {}

  /** The value up to which a pixel counts as ink: the split with the most variance between. */
  public static int otsu(int[] histogram) {
    long total = 0;
    long sum = 0;
    for (int value = 0; value < 256; value++) {
      total += histogram[value];
      sum += (long) value * histogram[value];
    }
    long below = 0;
    long sumBelow = 0;
    double best = -1;
    int split = 127;
    int lastEqual = 127;
    for (int value = 0; value < 255; value++) {
      below += histogram[value];
      sumBelow += (long) value * histogram[value];
      if (below == 0 || below == total) {
        continue;
      }
      double difference = (double) sumBelow / below - (double) (sum - sumBelow) / (total - below);
      double variance = (double) below * (total - below) * difference * difference;
      if (variance > best) {
        best = variance;
        split = value;
        lastEqual = value;
      } else if (variance == best) {
        lastEqual = value;
      }
    }
    return (split + lastEqual) / 2;
  }

  /** Black where ink, white elsewhere, in place. */
  public static void apply(Gray picture, int split) {
    byte[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((pixels[i] & 0xFF) <= split ? 0 : 255);
    }
  }

  /** Every grey made darker (its square), so that thin strokes become heavier. */
  public static Gray darkened(Gray picture) {
    Gray darker = new Gray(picture.width(), picture.height());
    byte[] in = picture.pixels();
    byte[] out = darker.pixels();
    for (int i = 0; i < in.length; i++) {
      int value = in[i] & 0xFF;
      out[i] = (byte) (value * value / 255);
    }
    return darker;
  }
}
