package io.huodang.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A drawing in which up, down, left, right and the colours differ, and how to know it again. */
final class SamplePicture {
  static final int WIDTH = 300;
  static final int HEIGHT = 420;
  private static final int ACROSS = 30;
  private static final int DOWN = 42;

  private SamplePicture() {}

  /** An F in black, a disc in red, on white. */
  static BufferedImage drawn(int type) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.fillRect(30, 30, 41, 361);
    pen.fillRect(30, 30, 221, 41);
    pen.fillRect(30, 180, 151, 41);
    pen.setColor(Color.RED);
    pen.fillOval(190, 300, 80, 80);
    pen.dispose();
    return picture;
  }

  /** How far a page, turned upright, is from the drawing: the mean of its colours, 0 to 255. */
  static double distance(Picture page) {
    BufferedImage expected = drawn(BufferedImage.TYPE_3BYTE_BGR);
    double sum = 0;
    for (int y = 0; y < DOWN; y++) {
      for (int x = 0; x < ACROSS; x++) {
        double across = (x + 0.5) / ACROSS;
        double down = (y + 0.5) / DOWN;
        int seen =
            switch (page.rotation()) {
              case 90 -> at(page.image(), down, 1 - across);
              case 180 -> at(page.image(), 1 - across, 1 - down);
              case 270 -> at(page.image(), 1 - down, across);
              default -> at(page.image(), across, down);
            };
        sum += distance(seen, at(expected, across, down));
      }
    }
    return sum / (ACROSS * DOWN);
  }

  private static int at(BufferedImage picture, double across, double down) {
    return picture.getRGB((int) (across * picture.getWidth()), (int) (down * picture.getHeight()));
  }

  private static double distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
    }
    return sum / 3.0;
  }
}
