package io.huodang.recognition.image;

/**
 * How a camera saw a flat sheet: where each place of the sheet lies on its picture (Heckbert 1989).
 *
 * @param m from shares of the sheet's sides to pixels of the picture: x, y and depth, three each
 * @param width pixels of the sheet, as many as its longer sides have on the picture
 * @param height pixels of the sheet
 * @param pictureWidth pixels
 * @param pictureHeight pixels
 */
public record Perspective(double[] m, int width, int height, int pictureWidth, int pictureHeight) {

  /**
   * Of a sheet whose corners lie there on a picture.
   *
   * @param x of the corners, clockwise from the upper left one
   * @param y of the corners
   */
  public static Perspective of(double[] x, double[] y, int pictureWidth, int pictureHeight) {
    double sumX = x[0] - x[1] + x[2] - x[3];
    double sumY = y[0] - y[1] + y[2] - y[3];
    double scale = (x[1] - x[2]) * (y[3] - y[2]) - (x[3] - x[2]) * (y[1] - y[2]);
    double g = (sumX * (y[3] - y[2]) - (x[3] - x[2]) * sumY) / scale;
    double h = ((x[1] - x[2]) * sumY - sumX * (y[1] - y[2])) / scale;
    double[] m = {
      x[1] - x[0] + g * x[1],
      x[3] - x[0] + h * x[3],
      x[0],
      y[1] - y[0] + g * y[1],
      y[3] - y[0] + h * y[3],
      y[0],
      g,
      h,
      1
    };
    return new Perspective(
        m, longer(x, y, 0, 1, 3, 2), longer(x, y, 0, 3, 1, 2), pictureWidth, pictureHeight);
  }

  private static int longer(double[] x, double[] y, int a, int b, int c, int d) {
    double one = Math.hypot(x[b] - x[a], y[b] - y[a]);
    double other = Math.hypot(x[d] - x[c], y[d] - y[c]);
    return (int) Math.max(1, Math.round(Math.max(one, other)));
  }

  /** Where a place of the sheet lies on the picture, pixels. */
  public double x(double sheetX, double sheetY) {
    return along(0, sheetX / width, sheetY / height);
  }

  public double y(double sheetX, double sheetY) {
    return along(3, sheetX / width, sheetY / height);
  }

  private double along(int row, double u, double v) {
    return (m[row] * u + m[row + 1] * v + m[row + 2]) / (m[6] * u + m[7] * v + 1);
  }

  /** The sheet as if it had lain on a scanner. */
  public Gray flat(Gray picture) {
    Gray flat = new Gray(width, height);
    byte[] in = picture.pixels();
    byte[] out = flat.pixels();
    int stride = picture.width();
    for (int row = 0, o = 0; row < height; row++) {
      double v = (row + 0.5) / height;
      for (int column = 0; column < width; column++, o++) {
        double u = (column + 0.5) / width;
        double nearness = 1 / (m[6] * u + m[7] * v + 1);
        double x = (m[0] * u + m[1] * v + m[2]) * nearness - 0.5;
        double y = (m[3] * u + m[4] * v + m[5]) * nearness - 0.5;
        int left = Math.clamp((int) x, 0, stride - 2);
        int top = Math.clamp((int) y, 0, picture.height() - 2);
        int fx = Math.clamp((int) ((x - left) * 256), 0, 256);
        int fy = Math.clamp((int) ((y - top) * 256), 0, 256);
        int i = top * stride + left;
        int upper = (in[i] & 0xFF) * (256 - fx) + (in[i + 1] & 0xFF) * fx;
        int lower = (in[i + stride] & 0xFF) * (256 - fx) + (in[i + stride + 1] & 0xFF) * fx;
        out[o] = (byte) (upper * (256 - fy) + lower * fy >> 16);
      }
    }
    return flat;
  }
}
