package io.huodang.samples;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Moves a picture as a homography says, between its pixels by their weights. */
final class Warp {
  private Warp() {}

  static BufferedImage of(
      BufferedImage picture, Homography move, int width, int height, Color around) {
    BufferedImage moved = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] from = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) moved.getRaster().getDataBuffer()).getData();
    int w = picture.getWidth();
    int h = picture.getHeight();
    byte[] outside = {(byte) around.getBlue(), (byte) around.getGreen(), (byte) around.getRed()};
    Homography back = move.inverse();
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i += 3) {
        double fromX = back.x(x + 0.5, y + 0.5) - 0.5;
        double fromY = back.y(x + 0.5, y + 0.5) - 0.5;
        if (fromX < 0 || fromY < 0 || fromX >= w - 1 || fromY >= h - 1) {
          System.arraycopy(outside, 0, to, i, 3);
          continue;
        }
        int left = (int) fromX;
        int top = (int) fromY;
        double right = fromX - left;
        double low = fromY - top;
        int at = 3 * (top * w + left);
        for (int c = 0; c < 3; c++) {
          double upper = (from[at + c] & 0xFF) * (1 - right) + (from[at + 3 + c] & 0xFF) * right;
          int below = at + 3 * w;
          double lower =
              (from[below + c] & 0xFF) * (1 - right) + (from[below + 3 + c] & 0xFF) * right;
          to[i + c] = (byte) (upper * (1 - low) + lower * low + 0.5);
        }
      }
    }
    return moved;
  }
}
