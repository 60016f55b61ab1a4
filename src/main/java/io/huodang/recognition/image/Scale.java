package io.huodang.recognition.image;

/** Makes pictures smaller. */
public final class Scale {
  private Scale() {}

  /** A quarter, half … of each side: every pixel is the mean of a square. */
  public static Gray byMean(Gray picture, int divisor) {
    int w = Math.max(1, picture.width() / divisor);
    int h = Math.max(1, picture.height() / divisor);
    Gray small = new Gray(w, h);
    int[] sums = new int[w];
    int square = divisor * divisor;
    for (int y = 0; y < h; y++) {
      java.util.Arrays.fill(sums, 0);
      for (int dy = 0; dy < Math.min(divisor, picture.height()); dy++) {
        int i = (y * divisor + dy) * picture.width();
        for (int x = 0; x < w; x++) {
          int sum = 0;
          for (int dx = 0; dx < divisor; dx++) {
            sum += picture.pixels()[i + Math.min(dx, picture.width() - 1)] & 0xFF;
          }
          sums[x] += sum;
          i += divisor;
        }
      }
      for (int x = 0; x < w; x++) {
        small.pixels()[y * w + x] = (byte) (sums[x] / square);
      }
    }
    return small;
  }

  /** Any smaller size: every pixel is the mean of the area it stands for. */
  public static Gray toSize(Gray picture, int width, int height) {
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    Weights across = Weights.of(picture.width(), width);
    Weights down = Weights.of(picture.height(), height);
    int[] narrow = new int[picture.height() * width];
    for (int y = 0; y < picture.height(); y++) {
      int row = y * picture.width();
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int k = across.first[x], w = across.start[x]; w < across.start[x + 1]; w++, k++) {
          sum += (picture.pixels()[row + k] & 0xFF) * across.weights[w];
        }
        narrow[y * width + x] = sum >> 4;
      }
    }
    Gray small = new Gray(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        long sum = 0;
        for (int k = down.first[y], w = down.start[y]; w < down.start[y + 1]; w++, k++) {
          sum += (long) narrow[k * width + x] * down.weights[w];
        }
        small.pixels()[y * width + x] = (byte) Math.min(255, sum + (1 << 19) >> 20);
      }
    }
    return small;
  }

  /** For each target pixel the source pixels it is made of; weights add up to 4096. */
  private static final class Weights {
    private static final int WHOLE = 4096;
    final int[] first;
    final int[] start;
    final int[] weights;

    private Weights(int target, int capacity) {
      first = new int[target];
      start = new int[target + 1];
      weights = new int[capacity];
    }

    static Weights of(int source, int target) {
      double ratio = (double) source / target;
      double reach = Math.max(1, ratio);
      Weights table = new Weights(target, target * ((int) Math.ceil(reach) + 3));
      int n = 0;
      for (int i = 0; i < target; i++) {
        // When the picture grows, a pixel's area is one source pixel wide: linear interpolation.
        double middle = (i + 0.5) * ratio;
        double from = Math.max(0, middle - reach / 2);
        double to = Math.min(source, middle + reach / 2);
        int k = (int) from;
        table.first[i] = k;
        table.start[i] = n;
        int left = WHOLE;
        for (; k < to - 1e-9 && k < source; k++) {
          double share = (Math.min(to, k + 1) - Math.max(from, k)) / (to - from);
          int weight = Math.min(left, (int) Math.round(share * WHOLE));
          table.weights[n++] = weight;
          left -= weight;
        }
        table.weights[n - 1] += left;
      }
      table.start[target] = n;
      return table;
    }
  }
}
