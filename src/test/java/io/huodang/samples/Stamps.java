package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Ink pressed on a form: round seals, offices' stamps, and the archive's stamp (归档章). */
final class Stamps {
  private final BufferedImage ink;
  private final Graphics2D pen;
  private final Face face;
  private final Draw draw;

  private Stamps(int width, int height, Face face, Color colour, Draw draw) {
    this.face = face;
    this.draw = draw;
    ink = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    pen = ink.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(colour);
  }

  /** Red stamps for a sheet of this size. */
  static Stamps of(BufferedImage sheet, Face face, Draw draw) {
    Color red = new Color(draw.between(205, 235), draw.between(60, 110), draw.between(70, 115));
    return new Stamps(sheet.getWidth(), sheet.getHeight(), face, red, draw);
  }

  /** The same in any ink that offices use: blue, violet, purple, green or a darker red. */
  static Stamps inAnyInk(BufferedImage sheet, Face face, Draw draw) {
    double hue =
        draw.one(
            draw.between(0.58, 0.66),
            draw.between(0.70, 0.78),
            draw.between(0.80, 0.93),
            draw.between(0.38, 0.48),
            draw.between(-0.02, 0.03));
    Color ink =
        Color.getHSBColor(
            (float) hue, (float) draw.between(0.45, 0.8), (float) draw.between(0.6, 0.88));
    return new Stamps(sheet.getWidth(), sheet.getHeight(), face, ink, draw);
  }

  /** A square seal: a name in two columns within a frame, read from the right. */
  Stamps square(String name, int x, int y) {
    int side = draw.between(190, 330);
    AffineTransform upright = pen.getTransform();
    pen.rotate(Math.toRadians(draw.around(6)), x, y);
    pen.setStroke(new BasicStroke(draw.between(7, 13)));
    pen.drawRect(x - side / 2, y - side / 2, side, side);
    int rows = 3;
    int size = side / rows - 14;
    for (int i = 0; i < Math.min(name.length(), rows * rows); i++) {
      pen.setFont(face.font(name.charAt(i), size, true));
      int column = rows - 1 - i / rows;
      pen.drawString(
          name.substring(i, i + 1),
          x - side / 2 + 8 + column * side / rows,
          y - side / 2 + (i % rows) * side / rows + size);
    }
    pen.setTransform(upright);
    return this;
  }

  /** An office's stamp: a frame, or an oval, around two lines. */
  Stamps office(String above, String below, int x, int y) {
    int width = draw.between(430, 620);
    int height = draw.between(170, 240);
    AffineTransform upright = pen.getTransform();
    pen.rotate(Math.toRadians(draw.around(5)), x, y);
    pen.setStroke(new BasicStroke(draw.between(5, 9)));
    if (draw.chance(0.5)) {
      pen.drawOval(x - width / 2, y - height / 2, width, height);
    } else {
      pen.drawRect(x - width / 2, y - height / 2, width, height);
    }
    int size = (int) Math.min(56, width * 0.8 / Math.max(above.length(), below.length() / 1.6));
    written(above, x - width * 2 / 5, y - 12, size);
    written(below, x - width / 4, y + size + 8, size);
    pen.setTransform(upright);
    return this;
  }

  private void written(String text, int x, int y, int size) {
    int at = x;
    for (int i = 0; i < text.length(); i++) {
      pen.setFont(face.font(text.charAt(i), size, true));
      pen.drawString(text.substring(i, i + 1), at, y);
      at += pen.getFontMetrics().charWidth(text.charAt(i));
    }
  }

  /** A round seal with a name along its edge and a star in its middle. */
  Stamps seal(String name, int x, int y) {
    int radius = draw.between(225, 250);
    AffineTransform upright = pen.getTransform();
    pen.rotate(Math.toRadians(draw.around(12)), x, y);
    pen.setStroke(new BasicStroke(draw.between(10, 15)));
    pen.drawOval(x - radius, y - radius, 2 * radius, 2 * radius);
    pen.fill(star(x, y, radius * 0.28));
    int[] characters = name.codePoints().toArray();
    double arc = Math.toRadians(Math.min(290, 26 * characters.length));
    int size = (int) Math.min(64, radius * 0.75 * arc / characters.length);
    for (int i = 0; i < characters.length; i++) {
      double angle = -arc / 2 + arc * (i + 0.5) / characters.length;
      Font font = face.font(characters[i], size, true);
      GlyphVector glyph =
          font.createGlyphVector(pen.getFontRenderContext(), Character.toString(characters[i]));
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.rotate(angle);
      place.translate(-size / 2.0, -radius * 0.70);
      pen.fill(place.createTransformedShape(glyph.getOutline()));
    }
    pen.setTransform(upright);
    return this;
  }

  /** The archive's stamp: fonds, year and item number above, office, period and pages below. */
  Stamps archive(int x, int y, String... six) {
    int width = 230;
    int height = 95;
    pen.setStroke(new BasicStroke(5));
    for (int i = 0; i < 6; i++) {
      int left = x + i % 3 * width;
      int top = y + i / 3 * height;
      pen.drawRect(left, top, width, height);
      for (int c = 0, at = left + 16; c < six[i].length(); c++) {
        Font font = face.font(six[i].charAt(c), 46, false);
        pen.setFont(font);
        pen.drawString(six[i].substring(c, c + 1), at, top + 64);
        at += pen.getFontMetrics().charWidth(six[i].charAt(c));
      }
    }
    return this;
  }

  /** Presses the stamps on a sheet, not everywhere with the same force. */
  void press(BufferedImage sheet) {
    pen.setColor(Color.WHITE);
    for (int i = 0; i < 900; i++) {
      int size = draw.between(1, 4);
      pen.fillOval(draw.between(0, ink.getWidth()), draw.between(0, ink.getHeight()), size, size);
    }
    pen.dispose();
    Pixels.of(sheet).multiply(ink);
  }

  private static Shape star(double x, double y, double radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI * i / 5;
      double reach = i % 2 == 0 ? radius : radius * 0.4;
      double px = x + reach * Math.sin(angle);
      double py = y - reach * Math.cos(angle);
      if (i == 0) {
        star.moveTo(px, py);
      } else {
        star.lineTo(px, py);
      }
    }
    star.closePath();
    return star;
  }
}
