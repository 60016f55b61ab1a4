package io.huodang.recognition.image;

import io.huodang.recognition.Area;
import org.jspecify.annotations.Nullable;

/**
 * Where a pixel of the straightened page lies on the master: shrinking, taking the sheet out of a
 * photograph, quarter turn, then straightening, undone in the opposite order.
 *
 * @param masterWidth pixels, as delivered
 * @param masterHeight pixels, as delivered
 * @param rotation degrees clockwise that make the master upright: 0, 90, 180, 270
 * @param shrink master pixels for one pixel of the upright page
 * @param uprightWidth pixels of the upright page
 * @param uprightHeight pixels of the upright page
 * @param skew degrees by which the upright page leans, clockwise positive
 * @param width pixels of the straightened page
 * @param height pixels of the straightened page
 * @param sheet how a camera saw the sheet before it was turned, null where it fills the master
 */
public record Placement(
    int masterWidth,
    int masterHeight,
    int rotation,
    double shrink,
    int uprightWidth,
    int uprightHeight,
    double skew,
    int width,
    int height,
    @Nullable Perspective sheet) {

  /** The placement of a page whose upright picture has these measures. */
  public static Placement of(
      int uprightWidth, int uprightHeight, int rotation, double shrink, double skew) {
    boolean lying = rotation == 90 || rotation == 270;
    int w = (int) Math.round(uprightWidth * shrink);
    int h = (int) Math.round(uprightHeight * shrink);
    return of(lying ? h : w, lying ? w : h, uprightWidth, uprightHeight, rotation, shrink, skew);
  }

  private static Placement of(
      int masterWidth,
      int masterHeight,
      int uprightWidth,
      int uprightHeight,
      int rotation,
      double shrink,
      double skew) {
    double sine = Math.abs(Math.sin(Math.toRadians(skew)));
    double cosine = Math.cos(Math.toRadians(skew));
    return new Placement(
        masterWidth,
        masterHeight,
        rotation,
        shrink,
        uprightWidth,
        uprightHeight,
        skew,
        (int) Math.ceil(uprightWidth * cosine + uprightHeight * sine - 1e-6),
        (int) Math.ceil(uprightWidth * sine + uprightHeight * cosine - 1e-6),
        null);
  }

  /** The same, of a sheet that was taken out of a photograph before it was turned. */
  public Placement on(@Nullable Perspective sheet) {
    return new Placement(
        sheet == null ? masterWidth : (int) Math.round(sheet.pictureWidth() * shrink),
        sheet == null ? masterHeight : (int) Math.round(sheet.pictureHeight() * shrink),
        rotation,
        shrink,
        uprightWidth,
        uprightHeight,
        skew,
        width,
        height,
        sheet);
  }

  double sine() {
    return Math.sin(Math.toRadians(skew));
  }

  double cosine() {
    return Math.cos(Math.toRadians(skew));
  }

  /** Where a place on the straightened page lies on the leaning upright one. */
  double leanX(double x, double y) {
    return (x - width / 2.0) * cosine() - (y - height / 2.0) * sine() + uprightWidth / 2.0;
  }

  double leanY(double x, double y) {
    return (x - width / 2.0) * sine() + (y - height / 2.0) * cosine() + uprightHeight / 2.0;
  }

  /** The rectangle on the master around an area of the straightened page. */
  public Area toMaster(Area area) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      double x = (corner & 1) == 0 ? area.left() : area.right();
      double y = corner < 2 ? area.top() : area.bottom();
      double uprightX = leanX(x, y);
      double uprightY = leanY(x, y);
      double sheetX =
          switch (rotation) {
            case 90 -> uprightY;
            case 180 -> uprightWidth - uprightX;
            case 270 -> uprightHeight - uprightY;
            default -> uprightX;
          };
      double sheetY =
          switch (rotation) {
            case 90 -> uprightWidth - uprightX;
            case 180 -> uprightHeight - uprightY;
            case 270 -> uprightX;
            default -> uprightY;
          };
      double masterX = (sheet == null ? sheetX : sheet.x(sheetX, sheetY)) * shrink;
      double masterY = (sheet == null ? sheetY : sheet.y(sheetX, sheetY)) * shrink;
      left = Math.min(left, masterX);
      right = Math.max(right, masterX);
      top = Math.min(top, masterY);
      bottom = Math.max(bottom, masterY);
    }
    return new Area(
        Math.clamp((int) Math.floor(left), 0, masterWidth - 1),
        Math.clamp((int) Math.floor(top), 0, masterHeight - 1),
        Math.clamp((int) Math.ceil(right), 1, masterWidth),
        Math.clamp((int) Math.ceil(bottom), 1, masterHeight));
  }
}
