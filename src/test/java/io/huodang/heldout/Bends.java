package io.huodang.heldout;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** Moves the points of a page. */
final class Bends {
  private Bends() {}

  static Scan resampled(Scan scan, int dpi) {
    double factor = (double) dpi / scan.dpi();
    BufferedImage soft = Tones.blurred(scan.picture(), 2, 2);
    AffineTransform scale = AffineTransform.getScaleInstance(factor, factor);
    return affine(
        scan.moved(soft, Move.none(), scan.dpi()),
        scale,
        (int) (soft.getWidth() * factor),
        (int) (soft.getHeight() * factor),
        dpi,
        Color.WHITE);
  }

  /** Turned by any angle on a bed that is large enough for it. */
  static Scan turned(Scan scan, double degrees, Color bed) {
    double angle = Math.toRadians(degrees);
    int width = scan.picture().getWidth();
    int height = scan.picture().getHeight();
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    int newWidth = (int) Math.round(width * cos + height * sin);
    int newHeight = (int) Math.round(width * sin + height * cos);
    AffineTransform turn = AffineTransform.getTranslateInstance(newWidth / 2.0, newHeight / 2.0);
    turn.rotate(angle);
    turn.translate(-width / 2.0, -height / 2.0);
    return affine(scan, turn, newWidth, newHeight, scan.dpi(), bed);
  }

  private static Scan affine(
      Scan scan, AffineTransform transform, int width, int height, int dpi, Color bed) {
    BufferedImage moved = Tones.blank(width, height, bed.getRGB() & 0xFFFFFF);
    Graphics2D graphics = moved.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(scan.picture(), transform, null);
    graphics.dispose();
    return scan.moved(moved, point -> transform.transform(point, null), dpi);
  }

  /** The page lies in a wave: its middle is so many pixels lower than its edges. */
  static Scan curled(Scan scan, double depth) {
    BufferedImage flat = scan.picture();
    int width = flat.getWidth();
    int height = flat.getHeight() + (int) Math.abs(depth);
    double lift = depth < 0 ? -depth : 0;
    Move curl =
        point ->
            new Point2D.Double(
                point.getX(), point.getY() + lift + depth * wave(point.getX() / width));
    Move back =
        point ->
            new Point2D.Double(
                point.getX(), point.getY() - lift - depth * wave(point.getX() / width));
    BufferedImage curled = warped(flat, back, width, height);
    BufferedImage shaded =
        Tones.each(
            curled,
            (value, _, x, _) -> value * (0.86 + 0.14 * Math.sin(Math.PI * (double) x / width)));
    return scan.moved(shaded, curl, scan.dpi());
  }

  private static double wave(double across) {
    double sine = Math.sin(Math.PI * across);
    return sine * sine * (0.6 + 0.4 * across);
  }

  /** The upper edge is so much farther away: 0.1 makes it a tenth shorter. */
  static Scan keystoned(Scan scan, double share) {
    BufferedImage flat = scan.picture();
    double middle = flat.getWidth() / 2.0;
    double height = flat.getHeight();
    Move lean =
        point ->
            new Point2D.Double(
                middle + (point.getX() - middle) * (1 - share * (1 - point.getY() / height)),
                point.getY());
    Move back =
        point ->
            new Point2D.Double(
                middle + (point.getX() - middle) / (1 - share * (1 - point.getY() / height)),
                point.getY());
    return scan.moved(warped(flat, back, flat.getWidth(), flat.getHeight()), lean, scan.dpi());
  }

  private static BufferedImage warped(BufferedImage from, Move back, int width, int height) {
    BufferedImage warped = Tones.blank(width, height, 0x5A5650);
    int[] to = Tones.pixels(warped);
    int[] pixels = Tones.pixels(from);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Point2D source = back.apply(new Point2D.Double(x, y));
        int left = (int) Math.floor(source.getX());
        int top = (int) Math.floor(source.getY());
        if (left >= 0 && top >= 0 && left < from.getWidth() - 1 && top < from.getHeight() - 1) {
          int at = top * from.getWidth() + left;
          to[y * width + x] =
              between(
                  between(pixels[at], pixels[at + 1], source.getX() - left),
                  between(
                      pixels[at + from.getWidth()],
                      pixels[at + from.getWidth() + 1],
                      source.getX() - left),
                  source.getY() - top);
        }
      }
    }
    return warped;
  }

  private static int between(int one, int other, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int first = one >> shift & 0xFF;
      mixed |= (int) (first + ((other >> shift & 0xFF) - first) * share) << shift;
    }
    return mixed;
  }
}
