package io.huodang.recognition;

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
  // From a place on the sheet, as shares of its sides, to a pixel of the photograph (Heckbert
  // 1989).
  private final double[] across;
  private final double[] down;
  private final double[] depth;
  private final int width;
  private final int height;

  private SheetCut(BufferedImage photograph, List<Point> corners) {
    this.photograph = photograph;
    this.pixels = ((DataBufferByte) photograph.getRaster().getDataBuffer()).getData();
    this.channels = photograph.getRaster().getNumBands();
    double[] x = corners.stream().mapToDouble(p -> p.x() * photograph.getWidth()).toArray();
    double[] y = corners.stream().mapToDouble(p -> p.y() * photograph.getHeight()).toArray();
    this.width = longer(x, y, 0, 1, 3, 2);
    this.height = longer(x, y, 0, 3, 1, 2);
    double sumX = x[0] - x[1] + x[2] - x[3];
    double sumY = y[0] - y[1] + y[2] - y[3];
    double scale = (x[1] - x[2]) * (y[3] - y[2]) - (x[3] - x[2]) * (y[1] - y[2]);
    double g = (sumX * (y[3] - y[2]) - (x[3] - x[2]) * sumY) / scale;
    double h = ((x[1] - x[2]) * sumY - sumX * (y[1] - y[2])) / scale;
    this.across = new double[] {x[1] - x[0] + g * x[1], x[3] - x[0] + h * x[3], x[0]};
    this.down = new double[] {y[1] - y[0] + g * y[1], y[3] - y[0] + h * y[3], y[0]};
    this.depth = new double[] {g, h, 1};
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

  private static int longer(double[] x, double[] y, int a, int b, int c, int d) {
    double one = Math.hypot(x[b] - x[a], y[b] - y[a]);
    double other = Math.hypot(x[d] - x[c], y[d] - y[c]);
    return (int) Math.max(1, Math.round(Math.max(one, other)));
  }

  private BufferedImage draw() {
    BufferedImage sheet = new BufferedImage(width, height, photograph.getType());
    byte[] drawn = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int row = 0; row < height; row++) {
      double v = (row + 0.5) / height;
      for (int column = 0; column < width; column++) {
        double u = (column + 0.5) / width;
        double away = depth[0] * u + depth[1] * v + depth[2];
        double x = (across[0] * u + across[1] * v + across[2]) / away - 0.5;
        double y = (down[0] * u + down[1] * v + down[2]) / away - 0.5;
        mix(x, y, drawn, at);
        at += channels;
      }
    }
    return sheet;
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
