package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What clerks do to a form with highlighters, ballpoints and red pens. */
final class Pens {
  private Pens() {}

  /** A few values, one of the keys among them, painted over. */
  static void highlight(BufferedImage sheet, Page page, Draw draw) {
    BufferedImage ink = white(sheet);
    Graphics2D pen = pen(ink);
    for (Rectangle place : some(page, draw)) {
      pen.setColor(
          draw.one(
              new Color(252, 250, draw.between(40, 130)),
              new Color(250, draw.between(120, 190), draw.between(180, 220)),
              new Color(draw.between(130, 180), 245, draw.between(90, 150)),
              new Color(255, draw.between(170, 200), draw.between(70, 110)),
              new Color(draw.between(120, 160), draw.between(205, 225), 250)));
      pen.setStroke(
          new BasicStroke(place.height * 0.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      for (int stroke = 0; stroke < draw.between(1, 3); stroke++) {
        double y = place.getCenterY() + draw.around(place.height * 0.2);
        Path2D path = new Path2D.Double();
        path.moveTo(place.x - draw.between(5, 60), y);
        path.curveTo(
            place.getCenterX(),
            y + draw.around(8),
            place.getCenterX(),
            y + draw.around(8),
            place.getMaxX() + draw.between(5, 60),
            y + draw.around(8));
        pen.draw(path);
      }
    }
    pen.dispose();
    Pixels.of(sheet).multiply(ink);
  }

  /** Circles and underlines around values, ticks and loops through them. */
  static void scribble(BufferedImage sheet, Page page, Draw draw) {
    BufferedImage ink = white(sheet);
    Graphics2D pen = pen(ink);
    for (Rectangle place : some(page, draw)) {
      pen.setColor(
          draw.one(
              new Color(30, 50, draw.between(130, 190)),
              new Color(35, 35, 45),
              new Color(205, 40, 50)));
      pen.setStroke(
          new BasicStroke(draw.between(4, 8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      double x = place.x - 20;
      double y = place.getMaxY();
      Path2D path = new Path2D.Double();
      switch (draw.between(0, 3)) {
        case 0 -> {
          pen.drawOval(
              place.x - 30, place.y - 24, place.width + 60, place.height + draw.between(44, 56));
          continue;
        }
        case 1 -> {
          path.moveTo(x, y + 4);
          path.curveTo(x + 90, y + draw.around(10), x + 180, y + 10, place.getMaxX(), y + 6);
        }
        case 2 -> {
          path.moveTo(place.getMaxX() + 10, place.y);
          path.lineTo(place.getMaxX() + 40, y);
          path.lineTo(place.getMaxX() + 130, place.y - 60);
        }
        default -> {
          path.moveTo(x, place.getCenterY());
          for (int loop = 0; loop < draw.between(2, 4); loop++) {
            path.curveTo(
                x + 80, place.y - 30,
                x + 110, y + 30,
                x + 60 + 50 * loop, place.getCenterY() + draw.around(14));
          }
        }
      }
      pen.draw(path);
    }
    pen.dispose();
    Pixels.of(sheet).multiply(ink);
  }

  private static List<Rectangle> some(Page page, Draw draw) {
    List<Rectangle> places = new ArrayList<>(page.places().values());
    Collections.shuffle(places, new Random(draw.between(0, 1_000_000)));
    List<Rectangle> some =
        new ArrayList<>(places.subList(0, Math.min(places.size(), draw.between(2, 4))));
    Rectangle key = page.places().get(draw.one("citizenId", "personName"));
    if (key != null && !some.contains(key)) {
      some.add(key);
    }
    return some;
  }

  private static BufferedImage white(BufferedImage sheet) {
    BufferedImage ink =
        new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = ink.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, ink.getWidth(), ink.getHeight());
    pen.dispose();
    return ink;
  }

  private static Graphics2D pen(BufferedImage ink) {
    Graphics2D pen = ink.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
