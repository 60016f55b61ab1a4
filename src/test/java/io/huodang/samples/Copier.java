package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** What copiers, fax machines and their lids do to a page. */
final class Copier {
  private Copier() {}

  /** A copy of a copy: steep, with thin strokes lost, toner where there was none, and streaks. */
  static void copy(BufferedImage sheet, Draw draw) {
    Pixels pixels = Pixels.of(sheet);
    pixels.grey();
    pixels.contrast(draw.between(20, 70), draw.between(150, 210));
    pixels.speckle(draw.between(800, 4000), draw);
    Graphics2D pen = pen(sheet);
    for (int streak = 0; streak < draw.between(0, 3); streak++) {
      int shade = draw.between(60, 150);
      pen.setColor(new Color(shade, shade, shade, draw.between(120, 220)));
      pen.fillRect(draw.between(0, sheet.getWidth()), 0, draw.between(1, 4), sheet.getHeight());
    }
    pen.dispose();
  }

  /**
   * The sheet smaller than the glass, with an open lid: black around it, not quite straight.
   *
   * @param move where the sheet lies
   */
  static BufferedImage openLid(
      BufferedImage sheet, Homography move, int width, int height, Draw draw) {
    int shade = draw.between(4, 60);
    BufferedImage picture =
        Warp.of(sheet, move, width, height, new Color(shade, shade, shade + draw.between(0, 6)));
    Pixels.of(picture).paper(1, 1, 1, draw.between(1.0, 4), draw);
    return picture;
  }

  /** Black along one, two or all edges, its border ragged, over whatever is printed there. */
  static void blackEdges(BufferedImage sheet, Draw draw) {
    Graphics2D pen = pen(sheet);
    int width = sheet.getWidth();
    int height = sheet.getHeight();
    boolean all = draw.chance(0.4);
    for (int edge = 0; edge < 4; edge++) {
      if (!all && draw.chance(0.5)) {
        continue;
      }
      int shade = draw.between(0, 45);
      pen.setColor(new Color(shade, shade, shade));
      boolean level = edge % 2 == 0;
      int length = level ? width : height;
      int deepFrom = draw.between(10, 90);
      int deepTo = draw.between(10, 90);
      Path2D band = new Path2D.Double();
      band.moveTo(edge == 1 ? width : 0, edge == 2 ? height : 0);
      for (int along = 0; along <= length; along += 20) {
        double depth = deepFrom + (deepTo - deepFrom) * (double) along / length + draw.around(2);
        band.lineTo(
            level ? along : edge == 1 ? width - depth : depth,
            level ? edge == 0 ? depth : height - depth : along);
      }
      band.lineTo(edge == 3 ? 0 : width, edge == 0 ? 0 : height);
      band.closePath();
      pen.fill(band);
    }
    pen.dispose();
  }

  private static Graphics2D pen(BufferedImage sheet) {
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
