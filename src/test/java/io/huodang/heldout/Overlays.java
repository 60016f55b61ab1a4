package io.huodang.heldout;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

/** What people and their things leave on a page. Measures are for 300 dots an inch. */
final class Overlays {
  private static final double MILLIMETRE = 300 / 25.4;

  private Overlays() {}

  /** Lays something over a page as ink: what is white shows the page. */
  static BufferedImage inked(BufferedImage picture, Consumer<Graphics2D> drawing) {
    BufferedImage over = Tones.blank(picture.getWidth(), picture.getHeight(), 0xFFFFFF);
    drawn(over, drawing);
    return Tones.multiply(picture, over);
  }

  /** Covers the page with something. */
  static BufferedImage covered(BufferedImage picture, Consumer<Graphics2D> drawing) {
    BufferedImage copy = Tones.each(picture, (value, _, _, _) -> value);
    drawn(copy, drawing);
    return copy;
  }

  private static void drawn(BufferedImage picture, Consumer<Graphics2D> drawing) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.accept(graphics);
    graphics.dispose();
  }

  static void highlighter(Graphics2D graphics, List<int[]> marks, Draw draw) {
    graphics.setColor(
        draw.one(new Color(255, 240, 70), new Color(150, 245, 120), new Color(255, 160, 205)));
    for (int[] mark : marks) {
      graphics.setStroke(
          new BasicStroke(mark[3] * 1.1f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND));
      int middle = mark[1] + mark[3] / 2;
      graphics.drawLine(
          mark[0] - 10, middle + draw.between(-6, 6), mark[0] + mark[2] + 20, middle + 4);
    }
  }

  /** Ticks behind values, and a stroke or two below them. */
  static void scribbles(Graphics2D graphics, List<int[]> marks, Draw draw) {
    graphics.setColor(
        draw.one(new Color(30, 50, 150), new Color(40, 40, 46), new Color(190, 30, 30)));
    graphics.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int[] mark : marks) {
      int right = mark[0] + mark[2] + draw.between(4, 30);
      int bottom = mark[1] + mark[3];
      Path2D tick = new Path2D.Double();
      tick.moveTo(right, bottom - 30);
      tick.lineTo(right + 16, bottom - 4);
      tick.curveTo(right + 30, bottom - 40, right + 50, bottom - 60, right + 70, bottom - 78);
      graphics.draw(tick);
      if (draw.chance(0.5)) {
        Path2D under = new Path2D.Double();
        under.moveTo(mark[0] - 12, bottom + 4);
        for (int x = mark[0]; x < mark[0] + mark[2]; x += 40) {
          under.lineTo(x, bottom + 5 + draw.around(3));
        }
        graphics.draw(under);
      }
    }
  }

  /** A paper clip and a staple at the upper edge, with their shadows. */
  static void clip(Graphics2D graphics, int width, Draw draw) {
    int x = draw.between(width / 8, width * 7 / 8);
    int high = millimetres(24);
    int wide = millimetres(6);
    for (int shadow = 1; shadow >= 0; shadow--) {
      graphics.setColor(shadow == 1 ? new Color(168, 166, 162) : new Color(96, 98, 104));
      graphics.setStroke(new BasicStroke(shadow == 1 ? 16 : 9));
      int off = shadow * 8;
      graphics.drawRoundRect(x + off, -30 + off, wide, high, wide, wide);
      graphics.drawRoundRect(x + 14 + off, -30 + off, wide - 28, high - 50, wide - 28, wide - 28);
      graphics.drawLine(120 + off, 150 + off, 250 + off, 96 + off);
    }
  }

  static void coffee(Graphics2D graphics, int width, int height, Draw draw) {
    int radius = millimetres(draw.between(32.0, 42.0));
    int x = draw.between(0, width - radius);
    int y = draw.between(0, height - radius);
    for (int i = 0; i < 14; i++) {
      graphics.setColor(new Color(150 + i * 2, 104 + i * 3, 58 + i * 4, 28));
      graphics.setStroke(new BasicStroke((float) draw.between(4.0, 26.0)));
      graphics.draw(
          new Ellipse2D.Double(
              x + draw.around(5), y + draw.around(5), 2.0 * radius, 2.0 * radius + draw.around(8)));
    }
    graphics.setColor(new Color(196, 160, 110, 40));
    graphics.fill(new Ellipse2D.Double(x, y, 2.0 * radius, 2.0 * radius));
  }

  /** A corner torn off where no key stands; black scanner lid shows. */
  static void torn(Graphics2D graphics, int width, int height, List<int[]> marks, Draw draw) {
    int size = millimetres(draw.between(22.0, 38.0));
    Polygon best = corner(width, 0, -size, size, draw);
    for (int[] to : new int[][] {{0, 0}, {width, 0}, {0, height}, {width, height}}) {
      Polygon corner =
          corner(to[0], to[1], to[0] == 0 ? size : -size, to[1] == 0 ? size : -size, draw);
      if (marks.stream().noneMatch(m -> corner.intersects(m[0], m[1], m[2], m[3]))) {
        best = corner;
      }
    }
    graphics.setColor(new Color(38, 36, 34));
    graphics.fill(best);
  }

  private static Polygon corner(int x, int y, int across, int down, Draw draw) {
    Polygon corner = new Polygon();
    corner.addPoint(x, y);
    for (int i = 0; i <= 12; i++) {
      corner.addPoint(
          (int) (x + across * (1 - i / 12.0) + draw.around(7)),
          (int) (y + down * (i / 12.0) + draw.around(7)));
    }
    return corner;
  }

  static void holes(Graphics2D graphics, int width, int height, Draw draw) {
    graphics.setColor(draw.one(new Color(25, 24, 24), new Color(120, 116, 110)));
    int size = millimetres(6);
    boolean left = draw.chance(0.7);
    for (int i = -1; i <= 1; i += draw.one(1, 2)) {
      int along = (left ? height : width) / 2 + i * millimetres(40);
      graphics.fillOval(left ? millimetres(9) : along, left ? along : millimetres(9), size, size);
    }
  }

  static void dust(Graphics2D graphics, int width, int height, Draw draw) {
    for (int i = draw.between(250, 600); i > 0; i--) {
      int tone = draw.between(20, 130);
      graphics.setColor(new Color(tone, tone, tone));
      double size = Math.abs(draw.around(6)) + 2;
      double x = draw.between(0.0, width);
      double y = draw.between(0.0, height);
      if (draw.chance(0.06)) {
        graphics.setStroke(new BasicStroke(3));
        graphics.drawArc((int) x, (int) y, 60, 40, draw.between(0, 360), draw.between(40, 200));
      } else {
        graphics.fill(new Ellipse2D.Double(x, y, size * draw.between(0.6, 1.6), size));
      }
    }
  }

  static int millimetres(double of) {
    return (int) Math.round(of * MILLIMETRE);
  }
}
