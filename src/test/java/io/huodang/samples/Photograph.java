package io.huodang.samples;

import io.huodang.vocabulary.SheetCorners;
import io.huodang.vocabulary.SheetCorners.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A sheet as a camera sees it that hangs askew above a dark desk.
 *
 * @param picture what the camera gave
 * @param corners where the sheet lies on it
 */
public record Photograph(BufferedImage picture, SheetCorners corners) {
  private static final Color DESK = new Color(58, 52, 47);
  private static final SheetCorners ASKEW =
      SheetCorners.of(List.of(0.14, 0.07, 0.90, 0.10, 0.93, 0.95, 0.09, 0.92)).orElseThrow();

  /** A photograph of that many pixels. */
  public static Photograph of(BufferedImage sheet, int width, int height) {
    BufferedImage plain =
        new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = plain.createGraphics();
    pen.drawImage(sheet, 0, 0, null);
    pen.dispose();
    Point2D[] corners =
        ASKEW.points().stream().map(point -> on(point, width, height)).toArray(Point2D[]::new);
    Homography seen = Homography.rectangleTo(sheet.getWidth(), sheet.getHeight(), corners);
    return new Photograph(Warp.of(plain, seen, width, height, DESK), ASKEW);
  }

  private static Point2D on(Point point, int width, int height) {
    return new Point2D.Double(point.x() * width, point.y() * height);
  }
}
