package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** What years in a bound volume do to paper. */
final class Wear {
  private Wear() {}

  /** Three holes of a binding thread at the left, dark as the scanner's lid. */
  static void bindingHoles(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    int x = draw.between(45, 75);
    for (int i = -1; i <= 1; i++) {
      int size = draw.between(24, 38);
      int shade = draw.between(15, 70);
      pen.setColor(new Color(shade, shade, shade));
      pen.fillOval(x + draw.between(-4, 4), sheet.getHeight() / 2 + i * 470, size, size);
    }
    pen.dispose();
  }

  /** A sheet that was folded in the middle, and perhaps once more. */
  static void folds(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    fold(pen, sheet.getWidth(), sheet.getHeight() / 2 + draw.between(-60, 60));
    if (draw.chance(0.5)) {
      fold(pen, sheet.getWidth(), sheet.getHeight() / 4 + draw.between(-60, 60));
    }
    pen.dispose();
  }

  private static void fold(Graphics2D pen, int width, int y) {
    pen.setPaint(
        new GradientPaint(0, y, new Color(60, 50, 40, 90), 0, y + 26, new Color(60, 50, 40, 0)));
    pen.fillRect(0, y, width, 26);
    pen.setPaint(new Color(255, 255, 255, 150));
    pen.setStroke(new BasicStroke(3));
    pen.drawLine(0, y, width, y + 4);
  }

  /** Spots of damp and tea. */
  static void stains(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    for (int i = 0; i < draw.between(1, 3); i++) {
      int radius = draw.between(150, 420);
      int x = draw.between(0, sheet.getWidth());
      int y = draw.between(0, sheet.getHeight());
      pen.setPaint(
          new RadialGradientPaint(
              x,
              y,
              radius,
              new float[] {0, 0.85f, 1},
              new Color[] {
                new Color(150, 110, 50, 40), new Color(140, 100, 40, 70), new Color(140, 100, 40, 0)
              }));
      pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    pen.dispose();
  }

  private static Graphics2D pen(BufferedImage sheet) {
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
