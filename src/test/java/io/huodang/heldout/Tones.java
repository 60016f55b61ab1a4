package io.huodang.heldout;

import io.huodang.invented.Draw;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.util.Arrays;

/** Changes how light and how sharp the pixels of a picture are; each gives a new picture. */
final class Tones {
  private Tones() {}

  /** What a pixel becomes: 0 to 255 for each of red, green and blue. */
  @FunctionalInterface
  interface Tone {
    double of(int value, int channel, int x, int y);
  }

  static BufferedImage each(BufferedImage picture, Tone tone) {
    BufferedImage changed = blank(picture.getWidth(), picture.getHeight(), 0);
    int[] from = pixels(picture);
    int[] to = pixels(changed);
    int width = picture.getWidth();
    for (int i = 0; i < from.length; i++) {
      int pixel = 0;
      for (int channel = 0; channel < 3; channel++) {
        int shift = 16 - 8 * channel;
        double value = tone.of(from[i] >> shift & 0xFF, channel, i % width, i / width);
        pixel |= (int) Math.clamp(value, 0, 255) << shift;
      }
      to[i] = pixel;
    }
    return changed;
  }

  /** The grain of a sensor. */
  static BufferedImage grain(BufferedImage picture, double deviation, Draw draw) {
    int[] noise = new int[1 << 16];
    Arrays.setAll(noise, i -> (int) Math.round(draw.around(deviation)));
    int turn = draw.between(1, 60_000);
    return each(
        picture, (value, _, x, y) -> value + noise[(x * 7919 + y * 104_729 + turn) >>> 3 & 0xFFFF]);
  }

  /** Ink and paper come nearer to each other. */
  static BufferedImage paper(BufferedImage picture, int[] paper, double ink) {
    return each(
        picture,
        (value, channel, _, _) -> paper[channel] - (255 - value) / 255.0 * paper[channel] * ink);
  }

  /** As ink laid over ink: dark where either is. */
  static BufferedImage multiply(BufferedImage picture, BufferedImage over) {
    int[] other = pixels(over);
    int width = picture.getWidth();
    return each(
        picture,
        (value, channel, x, y) ->
            value * (other[y * width + x] >> 16 - 8 * channel & 0xFF) / 255.0);
  }

  static BufferedImage blurred(BufferedImage picture, int wide, int high) {
    BufferedImage across = filtered(picture, wide, 1);
    return filtered(across, 1, high);
  }

  /** Drawn along a slope while the sensor looked, so many pixels. */
  static BufferedImage dragged(BufferedImage picture, int length, double slope) {
    float[] weights = new float[length * length];
    for (int i = 0; i < length; i++) {
      int y = Math.clamp(Math.round(length / 2.0 + (i - length / 2.0) * slope), 0, length - 1);
      weights[y * length + i] = 1f / length;
    }
    return convolved(picture, new Kernel(length, length, weights));
  }

  private static BufferedImage filtered(BufferedImage picture, int wide, int high) {
    float[] weights = new float[wide * high];
    Arrays.fill(weights, 1f / weights.length);
    return convolved(picture, new Kernel(wide, high, weights));
  }

  private static BufferedImage convolved(BufferedImage picture, Kernel kernel) {
    BufferedImage changed = blank(picture.getWidth(), picture.getHeight(), 0);
    return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(picture, changed);
  }

  /** Black and white by a threshold of 0 to 255. */
  static BufferedImage split(BufferedImage picture, int threshold) {
    BufferedImage grey = grey(picture);
    return each(grey, (value, _, _, _) -> value < threshold ? 0 : 255);
  }

  /** Black and white by error diffusion (Floyd and Steinberg, 1976). */
  static BufferedImage dithered(BufferedImage picture) {
    BufferedImage dithered = grey(picture);
    int[] to = pixels(dithered);
    int width = picture.getWidth();
    float[] here = new float[width + 2];
    float[] below = new float[width + 2];
    for (int row = 0; row < to.length; row += width) {
      for (int x = 0; x < width; x++) {
        float wanted = (to[row + x] & 0xFF) + here[x + 1];
        boolean white = wanted >= 128;
        float error = wanted - (white ? 255 : 0);
        to[row + x] = white ? 0xFFFFFF : 0;
        here[x + 2] += error * 7 / 16;
        below[x] += error * 3 / 16;
        below[x + 1] += error * 5 / 16;
        below[x + 2] += error / 16;
      }
      float[] next = here;
      here = below;
      below = next;
      Arrays.fill(below, 0);
    }
    return dithered;
  }

  static BufferedImage grey(BufferedImage picture) {
    BufferedImage grey = blank(picture.getWidth(), picture.getHeight(), 0);
    int[] from = pixels(picture);
    int[] to = pixels(grey);
    for (int i = 0; i < from.length; i++) {
      int red = from[i] >> 16 & 0xFF;
      int green = from[i] >> 8 & 0xFF;
      int blue = from[i] & 0xFF;
      to[i] = (299 * red + 587 * green + 114 * blue) / 1000 * 0x010101;
    }
    return grey;
  }

  static BufferedImage blank(int width, int height, int colour) {
    BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(pixels(blank), colour);
    return blank;
  }

  static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
