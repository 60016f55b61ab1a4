package io.huodang.recognition;

import io.huodang.recognition.image.Perspective;
import io.huodang.vocabulary.SheetCorners;
import io.huodang.vocabulary.SheetCorners.Point;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/**
 * Takes a sheet out of a photograph: upright and flat, as if it had lain on a scanner. The page's
 * pixels are from then on those of the sheet, as those of a drawn PDF page are.
 */
final class SheetCut {
  private static final double A4_INCHES = 11.69;

  private final BufferedImage photograph;
  private final byte[] pixels;
  private final int channels;
  private final Perspective sheet;

  private SheetCut(BufferedImage photograph, List<Point> corners) {
    this.photograph = photograph;
    this.pixels = ((DataBufferByte) photograph.getRaster().getDataBuffer()).getData();
    this.channels = photograph.getRaster().getNumBands();
    double[] x = corners.stream().mapToDouble(p -> p.x() * photograph.getWidth()).toArray();
    double[] y = corners.stream().mapToDouble(p -> p.y() * photograph.getHeight()).toArray();
    this.sheet = Perspective.of(x, y, photograph.getWidth(), photograph.getHeight());
  }

  /** The sheet, in as many pixels as its longer sides have in the photograph. */
  static Picture of(Picture photograph, SheetCorners corners) {
    List<Point> asStored =
        corners.points().stream().map(point -> lying(point, photograph.rotation())).toList();
    SheetCut cut = new SheetCut(plain(photograph.image()), asStored);
    BufferedImage sheet = cut.draw();
    double shrink = photograph.shrink();
    int width = (int) Math.round(sheet.getWidth() * shrink);
    int height = (int) Math.round(sheet.getHeight() * shrink);
    int dpi = (int) Math.max(1, Math.round(Math.max(width, height) / A4_INCHES));
    return new Picture(sheet, width, height, dpi, 0, false);
  }

  /** Where a place in the upright photograph lies in the one that the camera stored. */
  private static Point lying(Point upright, int rotation) {
    return switch (rotation) {
      case 90 -> new Point(upright.y(), 1 - upright.x());
      case 180 -> new Point(1 - upright.x(), 1 - upright.y());
      case 270 -> new Point(1 - upright.y(), upright.x());
      default -> upright;
    };
  }

  private static BufferedImage plain(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
        || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      return image;
    }
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = plain.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return plain;
  }

  private BufferedImage draw() {
    BufferedImage flat = new BufferedImage(sheet.width(), sheet.height(), photograph.getType());
    byte[] drawn = ((DataBufferByte) flat.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int row = 0; row < sheet.height(); row++) {
      for (int column = 0; column < sheet.width(); column++) {
        double x = sheet.x(column + 0.5, row + 0.5) - 0.5;
        double y = sheet.y(column + 0.5, row + 0.5) - 0.5;
        mix(x, y, drawn, at);
        at += channels;
      }
    }
    return flat;
  }

  /** The four pixels around a place, each by how near it is. */
  private void mix(double x, double y, byte[] drawn, int at) {
    int left = (int) Math.clamp((long) Math.floor(x), 0, Math.max(0, photograph.getWidth() - 2));
    int top = (int) Math.clamp((long) Math.floor(y), 0, Math.max(0, photograph.getHeight() - 2));
    double fromLeft = Math.clamp(x - left, 0, 1);
    double fromTop = Math.clamp(y - top, 0, 1);
    int right = photograph.getWidth() > 1 ? channels : 0;
    int below = photograph.getHeight() > 1 ? photograph.getWidth() * channels : 0;
    int first = (top * photograph.getWidth() + left) * channels;
    for (int channel = 0; channel < channels; channel++) {
      int i = first + channel;
      double above = (pixels[i] & 255) * (1 - fromLeft) + (pixels[i + right] & 255) * fromLeft;
      double under =
          (pixels[i + below] & 255) * (1 - fromLeft) + (pixels[i + below + right] & 255) * fromLeft;
      drawn[at + channel] = (byte) Math.round(above * (1 - fromTop) + under * fromTop);
    }
  }
}
