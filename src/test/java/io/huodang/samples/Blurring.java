package io.huodang.samples;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** A lens out of focus. */
final class Blurring {
  private Blurring() {}

  /**
   * Blurs by a bell of a width.
   *
   * @param sigma pixels
   */
  static BufferedImage of(BufferedImage picture, double sigma) {
    int reach = (int) Math.ceil(2.5 * sigma);
    float[] weights = new float[2 * reach + 1];
    float all = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      all += weights[i + reach];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
    }
    BufferedImage across =
        new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null)
            .filter(picture, blank(picture));
    return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(across, blank(picture));
  }

  /** A hand or a sheet that moved while the picture was taken. */
  static BufferedImage moved(BufferedImage picture, int length, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    int size = length + (length + 1) % 2;
    float[] weights = new float[size * size];
    for (int step = 0; step < 4 * size; step++) {
      double along = (step + 0.5) / 4 - size / 2.0;
      int x = (int) Math.floor(size / 2.0 + along * cos);
      int y = (int) Math.floor(size / 2.0 + along * sin);
      weights[y * size + x] += 1 / (4f * size);
    }
    return new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, blank(picture));
  }

  private static BufferedImage blank(BufferedImage picture) {
    return new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
  }
}
