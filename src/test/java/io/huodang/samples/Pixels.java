package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** What can be done to every pixel of a picture. */
final class Pixels {
  private final int width;
  private final int height;
  private final byte[] bytes;

  private Pixels(BufferedImage picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }

  /** A picture of three bytes a pixel, changed in place. */
  static Pixels of(BufferedImage picture) {
    return new Pixels(picture);
  }

  /**
   * Paper that is not quite white, light that is not quite even, a sensor that is not quite still.
   */
  void paper(double red, double green, double blue, double noise, Draw draw) {
    int seed = draw.between(1, Integer.MAX_VALUE - 1);
    double[] tint = {blue, green, red};
    for (int i = 0; i < bytes.length; i++) {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      double grain = noise * ((seed & 0xFF) + (seed >>> 8 & 0xFF) - 255) / 104.0;
      bytes[i] = clamp((bytes[i] & 0xFF) * tint[i % 3] + grain);
    }
  }

  /**
   * Light from one side, and less of it in the corners.
   *
   * @param least how much of the light reaches the darkest corner, 0 to 1
   */
  void light(double least, Draw draw) {
    double angle = draw.between(0, 2 * Math.PI);
    double cos = Math.cos(angle) / width;
    double sin = Math.sin(angle) / height;
    for (int y = 0, i = 0; y < height; y++) {
      double downwards = sin * (y - height / 2.0);
      for (int x = 0; x < width; x++, i += 3) {
        double along = 0.5 + (cos * (x - width / 2.0) + downwards) / 1.42;
        double light = least + (1 - least) * Math.clamp(along, 0, 1);
        for (int c = 0; c < 3; c++) {
          bytes[i + c] = clamp((bytes[i + c] & 0xFF) * light);
        }
      }
    }
  }

  /** Ink that has lost its strength. */
  void fade(double left) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = clamp(255 - (255 - (bytes[i] & 0xFF)) * left);
    }
  }

  /** What stands on the other side of thin paper. */
  void through(BufferedImage behind, double strength) {
    byte[] other = ((DataBufferByte) behind.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < Math.min(height, behind.getHeight()); y++) {
      for (int x = 0; x < Math.min(width, behind.getWidth()); x++) {
        int from = 3 * (y * behind.getWidth() + behind.getWidth() - 1 - x);
        int to = 3 * (y * width + x);
        for (int c = 0; c < 3; c++) {
          double shade = 1 - strength * (255 - (other[from + c] & 0xFF)) / 255.0;
          bytes[to + c] = clamp((bytes[to + c] & 0xFF) * shade);
        }
      }
    }
  }

  /** Translucent ink laid over what is there: black stays black. */
  void multiply(BufferedImage ink) {
    through(mirrored(ink), 1);
  }

  void speckle(int grains, Draw draw) {
    for (int i = 0; i < grains; i++) {
      int size = draw.between(1, 3);
      int x = draw.between(0, width - 4);
      int y = draw.between(0, height - 4);
      byte shade = (byte) draw.between(0, 60);
      for (int dy = 0; dy < size; dy++) {
        for (int dx = 0; dx < size; dx++) {
          int at = 3 * ((y + dy) * width + x + dx);
          bytes[at] = shade;
          bytes[at + 1] = shade;
          bytes[at + 2] = shade;
        }
      }
    }
  }

  /** Takes the colour of a place between another picture's pixels. */
  void take(int x, int y, Pixels from, double fromX, double fromY, java.awt.Color around) {
    int to = 3 * (y * width + x);
    int left = (int) Math.floor(fromX);
    int top = (int) Math.floor(fromY);
    if (left < 0 || top < 0 || left >= from.width - 1 || top >= from.height - 1) {
      bytes[to] = (byte) around.getBlue();
      bytes[to + 1] = (byte) around.getGreen();
      bytes[to + 2] = (byte) around.getRed();
      return;
    }
    double right = fromX - left;
    double low = fromY - top;
    int at = 3 * (top * from.width + left);
    int below = at + 3 * from.width;
    for (int c = 0; c < 3; c++) {
      double upper = from.value(at + c) * (1 - right) + from.value(at + 3 + c) * right;
      double lower = from.value(below + c) * (1 - right) + from.value(below + 3 + c) * right;
      bytes[to + c] = clamp(upper * (1 - low) + lower * low);
    }
  }

  private int value(int at) {
    return bytes[at] & 0xFF;
  }

  /** Leaves so much of a pixel's light. */
  void shade(int x, int y, double light) {
    for (int at = 3 * (y * width + x), end = at + 3; at < end; at++) {
      bytes[at] = clamp(value(at) * light);
    }
  }

  /**
   * Steeper from dark to light, as a copier makes it: black up to one value, white from another.
   */
  void contrast(int black, int white) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = clamp((value(i) - black) * 255.0 / (white - black));
    }
  }

  /** The same grey in all three colours. */
  void grey() {
    for (int i = 0; i < bytes.length; i += 3) {
      byte grey = clamp(0.11 * value(i) + 0.59 * value(i + 1) + 0.3 * value(i + 2));
      bytes[i] = grey;
      bytes[i + 1] = grey;
      bytes[i + 2] = grey;
    }
  }

  /** Only black and white, the error handed on to pixels nearby (Floyd and Steinberg, 1976). */
  void diffuse() {
    grey();
    double[] here = new double[width + 2];
    double[] next = new double[width + 2];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        double wanted = value(at) + here[x + 1];
        int made = wanted < 128 ? 0 : 255;
        double error = wanted - made;
        here[x + 2] += error * 7 / 16;
        next[x] += error * 3 / 16;
        next[x + 1] += error * 5 / 16;
        next[x + 2] += error / 16;
        bytes[at] = bytes[at + 1] = bytes[at + 2] = (byte) made;
      }
      double[] spent = here;
      here = next;
      next = spent;
      java.util.Arrays.fill(next, 0);
    }
  }

  /** Only black and white: dots of a printer's screen, larger where it is darker. */
  void screen(int period) {
    grey();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        double wave =
            Math.cos(2 * Math.PI * (x + y) / (period * 1.41))
                + Math.cos(2 * Math.PI * (x - y) / (period * 1.41));
        byte made = (byte) (value(at) < 128 + 60 * wave ? 0 : 255);
        bytes[at] = bytes[at + 1] = bytes[at + 2] = made;
      }
    }
  }

  private static BufferedImage mirrored(BufferedImage ink) {
    BufferedImage mirrored =
        new BufferedImage(ink.getWidth(), ink.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    mirrored
        .createGraphics()
        .drawImage(ink, ink.getWidth(), 0, -ink.getWidth(), ink.getHeight(), null);
    return mirrored;
  }

  private static byte clamp(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
