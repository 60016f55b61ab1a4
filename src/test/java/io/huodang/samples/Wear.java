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

  /** The hard shadow of a hand, an arm or a phone. */
  static void shadow(BufferedImage picture, Draw draw) {
    BufferedImage cast =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = pen(cast);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, cast.getWidth(), cast.getHeight());
    int light = draw.between(105, 190);
    pen.setColor(new Color(light, light, Math.min(255, light + 8)));
    pen.rotate(
        Math.toRadians(draw.between(0, 360)), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
    int reach = picture.getHeight();
    pen.fillRect(
        picture.getWidth() / 2 - reach,
        picture.getHeight() / 2 + draw.between(-300, 500),
        2 * reach,
        reach);
    pen.dispose();
    Pixels.of(picture).multiply(Blurring.of(cast, draw.between(1.0, 6)));
  }

  /** Corners torn off, and what lies below seen in their place. */
  static void torn(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    int shade = draw.one(20, 60, 128, 205, 250);
    pen.setColor(new Color(shade, shade, shade));
    for (int corner = 0; corner < 4; corner++) {
      if (draw.chance(0.4)) {
        continue;
      }
      int x = corner % 2 == 0 ? 0 : sheet.getWidth();
      int y = corner < 2 ? 0 : sheet.getHeight();
      int alongX = draw.between(60, 420) * (corner % 2 == 0 ? 1 : -1);
      int alongY = draw.between(60, 420) * (corner < 2 ? 1 : -1);
      java.awt.geom.Path2D missing = new java.awt.geom.Path2D.Double();
      missing.moveTo(x, y);
      for (int step = 0; step <= 12; step++) {
        missing.lineTo(
            x + alongX * (12 - step) / 12.0 + draw.around(8),
            y + alongY * step / 12.0 + draw.around(8));
      }
      missing.closePath();
      pen.fill(missing);
    }
    pen.dispose();
  }

  /** Hairs, fluff and grains on the glass. */
  static void dust(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    for (int i = 0; i < draw.between(15, 60); i++) {
      int shade = draw.between(20, 150);
      pen.setColor(new Color(shade, shade, shade));
      pen.setStroke(new BasicStroke((float) draw.between(1.0, 2.5)));
      double x = draw.between(0, sheet.getWidth());
      double y = draw.between(0, sheet.getHeight());
      pen.draw(
          new java.awt.geom.QuadCurve2D.Double(
              x,
              y,
              x + draw.around(40),
              y + draw.around(40),
              x + draw.around(60),
              y + draw.around(60)));
    }
    for (int i = 0; i < draw.between(500, 2500); i++) {
      int shade = draw.between(20, 170);
      int size = draw.between(2, 7);
      pen.setColor(new Color(shade, shade, shade));
      pen.fillOval(
          draw.between(0, sheet.getWidth()), draw.between(0, sheet.getHeight()), size, size);
    }
    pen.dispose();
  }

  private static Graphics2D pen(BufferedImage sheet) {
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
