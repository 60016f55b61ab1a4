package io.huodang.heldout;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;

/** Stamps and seals that are pressed on about where something stands. */
final class Seals {
  private Seals() {}

  /** A round stamp with the date in its middle. */
  static void roundStamp(Graphics2D graphics, Rectangle at, Color ink, Draw draw) {
    int radius = Overlays.millimetres(draw.between(14.0, 19.0));
    place(graphics, at, draw);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(Overlays.millimetres(0.7)));
    graphics.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    graphics.setStroke(new BasicStroke(Overlays.millimetres(0.3)));
    int inner = radius * 3 / 5;
    graphics.draw(new Ellipse2D.Double(-inner, -inner, 2 * inner, 2 * inner));
    graphics.setFont(new Font("Noto Sans CJK SC", Font.BOLD, Overlays.millimetres(3.4)));
    centred(graphics, "20%02d.%d.%d".formatted(draw.between(5, 24), draw.between(1, 12), 18), 12);
    String words = "石桥市社会保险业务专用";
    for (int i = 0; i < words.length(); i++) {
      Graphics2D turned = (Graphics2D) graphics.create();
      turned.rotate(2 * Math.PI * i / words.length());
      centred(turned, words.substring(i, i + 1), -radius * 7 / 10);
      turned.dispose();
    }
  }

  /** A square stamp of two rows of words. */
  static void squareStamp(Graphics2D graphics, Rectangle at, Color ink, Draw draw) {
    int half = Overlays.millimetres(draw.between(10.0, 14.0));
    place(graphics, at, draw);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(Overlays.millimetres(0.9)));
    graphics.drawRect(-half, -half * 2 / 3, 2 * half, half * 4 / 3);
    graphics.setFont(new Font("Noto Serif CJK SC", Font.BOLD, half / 2));
    centred(graphics, draw.one("档案", "复印件", "已审核"), -half / 8);
    centred(graphics, draw.one("专用章", "与原件同", "不得外借"), half / 2);
  }

  /** A red seal that is no circle: an oval, a triangle or a diamond. */
  static void oddSeal(Graphics2D graphics, Rectangle at, Draw draw) {
    int size = Overlays.millimetres(draw.between(15.0, 20.0));
    place(graphics, at, draw);
    graphics.setColor(new Color(214, 40, 36));
    graphics.setStroke(new BasicStroke(Overlays.millimetres(1)));
    switch (draw.between(0, 2)) {
      case 0 -> graphics.draw(new Ellipse2D.Double(-size, -size * 0.65, 2 * size, size * 1.3));
      case 1 ->
          graphics.draw(
              new Polygon(
                  new int[] {-size, size, 0}, new int[] {size * 3 / 5, size * 3 / 5, -size}, 3));
      default ->
          graphics.draw(
              new Polygon(
                  new int[] {-size, 0, size, 0}, new int[] {0, -size * 4 / 5, 0, size * 4 / 5}, 4));
    }
    graphics.setFont(new Font("Noto Serif CJK SC", Font.BOLD, size / 4));
    centred(graphics, "财务专用章", size / 10);
    centred(graphics, "（" + draw.between(1, 9) + "）", size * 2 / 5);
  }

  private static void place(Graphics2D graphics, Rectangle at, Draw draw) {
    graphics.translate(
        at.x + at.width * draw.between(0.1, 0.9), at.y + at.height * draw.between(-0.3, 1.3));
    graphics.rotate(draw.around(0.2));
  }

  private static void centred(Graphics2D graphics, String text, int baseline) {
    graphics.drawString(text, -graphics.getFontMetrics().stringWidth(text) / 2, baseline);
  }
}
