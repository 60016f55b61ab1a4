package io.huodang.recognition.image;

/** Gaussian blur of small radius. */
public final class Blur {
  private Blur() {}

  /**
   * Blurred by a Gaussian.
   *
   * @param sigma pixels
   */
  public static Gray gaussian(Gray picture, double sigma) {
    int reach = (int) Math.ceil(2.5 * sigma);
    int[] kernel = kernel(sigma, reach);
    int w = picture.width();
    int h = picture.height();
    int padded = w + 2 * reach;
    int[] row = new int[padded];
    int[] across = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = -reach; x < w + reach; x++) {
        row[x + reach] = picture.pixels()[y * w + Math.clamp(x, 0, w - 1)] & 0xFF;
      }
      for (int k = 0; k < kernel.length; k++) {
        int weight = kernel[k];
        for (int x = 0, o = y * w; x < w; x++, o++) {
          across[o] += row[x + k] * weight;
        }
      }
    }
    Gray blurred = new Gray(w, h);
    int[] sums = new int[w];
    for (int y = 0; y < h; y++) {
      java.util.Arrays.fill(sums, 1 << 15);
      for (int k = -reach; k <= reach; k++) {
        int from = Math.clamp(y + k, 0, h - 1) * w;
        int weight = kernel[k + reach];
        for (int x = 0; x < w; x++) {
          sums[x] += (across[from + x] >> 8) * weight;
        }
      }
      for (int x = 0; x < w; x++) {
        blurred.pixels()[y * w + x] = (byte) Math.min(255, sums[x] >> 16);
      }
    }
    return blurred;
  }

  /**
   * Unsharp mask: what a blur takes away is added.
   *
   * @param sigma of the blur, pixels
   * @param amount 1 doubles the steepness of edges about
   */
  public static Gray sharpened(Gray picture, double sigma, double amount) {
    Gray soft = gaussian(picture, sigma);
    int weight = (int) Math.round(amount * 256);
    byte[] in = picture.pixels();
    byte[] out = soft.pixels();
    for (int i = 0; i < in.length; i++) {
      int value = in[i] & 0xFF;
      int sharp = value + (weight * (value - (out[i] & 0xFF)) >> 8);
      out[i] = (byte) Math.max(0, Math.min(255, sharp));
    }
    return soft;
  }

  /** Weights that add up to 4096. */
  private static int[] kernel(double sigma, int reach) {
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += weights[i + reach];
    }
    int[] kernel = new int[weights.length];
    int left = 4096;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (int) Math.round(weights[i] / sum * 4096);
      left -= kernel[i];
    }
    kernel[reach] += left;
    return kernel;
  }
}
