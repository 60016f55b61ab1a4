package io.huodang.samples;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * A sheet that rises towards the spine of a volume: lines curve there, and become shorter.
 *
 * @param width of the sheet, pixels
 * @param height of the sheet, pixels
 * @param spineLeft on which side it is bound
 * @param rise pixels by which a line's end is lifted, at the top of the sheet
 * @param fall the same at the bottom
 * @param reach pixels from the spine in which it bends
 * @param squeeze part of the width that is lost at the spine
 */
record Bend(
    int width,
    int height,
    boolean spineLeft,
    double rise,
    double fall,
    double reach,
    double squeeze) {

  private double nearness(double x) {
    double distance = Math.max(0, spineLeft ? x : width - x) / reach;
    return Math.exp(-distance * distance);
  }

  /** The sheet's place that is seen at a place of the picture. */
  private double fromX(double x) {
    double lost = squeeze * reach * nearness(x);
    return spineLeft ? x - lost : x + lost;
  }

  private double fromY(double x, double y) {
    return y + (rise + (fall - rise) * y / height) * nearness(x);
  }

  BufferedImage of(BufferedImage sheet, Color around) {
    BufferedImage bent = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Pixels from = Pixels.of(sheet);
    Pixels to = Pixels.of(bent);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to.take(x, y, from, fromX(x + 0.5) - 0.5, fromY(x + 0.5, y + 0.5) - 0.5, around);
        to.shade(x, y, 1 - 0.45 * Math.pow(nearness(x), 3));
      }
    }
    return bent;
  }

  /** The rectangle around where a rectangle of the sheet is seen. */
  Rectangle around(Rectangle area) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (int corner = 0; corner < 4; corner++) {
      double wantedX = corner % 2 == 0 ? area.x : area.getMaxX();
      double wantedY = corner < 2 ? area.y : area.getMaxY();
      double x = wantedX;
      double y = wantedY;
      for (int round = 0; round < 20; round++) {
        x += wantedX - fromX(x);
        y += wantedY - fromY(x, y);
      }
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return new Rectangle(
        (int) left, (int) top, (int) Math.ceil(right - left), (int) Math.ceil(bottom - top));
  }
}
