package io.huodang.recognition.image;

import java.util.Arrays;

/** Turns pictures: by quarters exactly, by small angles with interpolation. */
public final class Turn {
  private Turn() {}

  /** Turned clockwise by 0, 90, 180 or 270 degrees. */
  public static Gray quarters(Gray picture, int degrees) {
    int w = picture.width();
    int h = picture.height();
    byte[] in = picture.pixels();
    return switch (degrees) {
      case 0 -> picture;
      case 90 -> {
        Gray turned = new Gray(h, w);
        turnedColumns(in, w, h, turned.pixels(), true);
        yield turned;
      }
      case 180 -> {
        Gray turned = new Gray(w, h);
        for (int i = 0, o = in.length - 1; i < in.length; i++, o--) {
          turned.pixels()[o] = in[i];
        }
        yield turned;
      }
      case 270 -> {
        Gray turned = new Gray(h, w);
        turnedColumns(in, w, h, turned.pixels(), false);
        yield turned;
      }
      default -> throw new IllegalArgumentException("Not a quarter turn: " + degrees);
    };
  }

  private static void turnedColumns(byte[] in, int w, int h, byte[] out, boolean clockwise) {
    int block = 64;
    for (int top = 0; top < h; top += block) {
      for (int left = 0; left < w; left += block) {
        for (int y = top; y < Math.min(h, top + block); y++) {
          for (int x = left; x < Math.min(w, left + block); x++) {
            int o = clockwise ? x * h + (h - 1 - y) : (w - 1 - x) * h + y;
            out[o] = in[y * w + x];
          }
        }
      }
    }
  }

  /**
   * Straightened: a page that leans clockwise by so many degrees is turned back, on a canvas large
   * enough to lose nothing. See {@link Placement} for where pixels go.
   */
  public static Gray straighten(Gray page, double degrees) {
    Placement placement = Placement.of(page.width(), page.height(), 0, 1, degrees);
    int w = placement.width();
    int h = placement.height();
    Gray straight = new Gray(w, h);
    byte[] out = straight.pixels();
    byte[] in = page.pixels();
    int stride = page.width();
    long stepX = Math.round(placement.cosine() * 65536);
    long stepY = Math.round(placement.sine() * 65536);
    int lastX = page.width() - 1;
    int lastY = page.height() - 1;
    for (int y = 0; y < h; y++) {
      long sourceX = Math.round(placement.leanX(0.5, y + 0.5) * 65536) - 32768;
      long sourceY = Math.round(placement.leanY(0.5, y + 0.5) * 65536) - 32768;
      int o = y * w;
      for (int x = 0; x < w; x++, o++, sourceX += stepX, sourceY += stepY) {
        int ix = (int) (sourceX >> 16);
        int iy = (int) (sourceY >> 16);
        if (ix < 0 || iy < 0 || ix >= lastX || iy >= lastY) {
          out[o] = (byte) 255;
          continue;
        }
        int fx = (int) (sourceX >> 8) & 0xFF;
        int fy = (int) (sourceY >> 8) & 0xFF;
        int i = iy * stride + ix;
        int upper = (in[i] & 0xFF) * (256 - fx) + (in[i + 1] & 0xFF) * fx;
        int lower = (in[i + stride] & 0xFF) * (256 - fx) + (in[i + stride + 1] & 0xFF) * fx;
        out[o] = (byte) (upper * (256 - fy) + lower * fy >> 16);
      }
    }
    return straight;
  }

  /** A white picture. */
  static Gray white(int width, int height) {
    Gray white = new Gray(width, height);
    Arrays.fill(white.pixels(), (byte) 255);
    return white;
  }
}
