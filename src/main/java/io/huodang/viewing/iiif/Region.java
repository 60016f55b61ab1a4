package io.huodang.viewing.iiif;

import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a picture is asked for (Image API 3.0, 4.1). */
final class Region {
  private static final String NUMBER = "(\\d{1,9})";
  private static final String DECIMAL = "(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})";
  private static final Pattern PIXELS =
      Pattern.compile(String.join(",", NUMBER, NUMBER, NUMBER, NUMBER));
  private static final Pattern PERCENT =
      Pattern.compile("pct:" + String.join(",", DECIMAL, DECIMAL, DECIMAL, DECIMAL));

  private Region() {}

  /**
   * The part in pixels; what lies outside the picture is cut off.
   *
   * @param width of the picture
   * @param height of the picture
   * @throws BadImageRequest when it is not of a known form, or nothing of it is in the picture
   */
  static Rectangle of(String asked, int width, int height) {
    Rectangle whole = new Rectangle(width, height);
    if (asked.equals("full")) {
      return whole;
    }
    if (asked.equals("square")) {
      int side = Math.min(width, height);
      return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
    }
    Matcher pixels = PIXELS.matcher(asked);
    if (pixels.matches()) {
      return inside(
          whole, number(pixels, 1), number(pixels, 2), number(pixels, 3), number(pixels, 4));
    }
    Matcher percent = PERCENT.matcher(asked);
    if (percent.matches()) {
      return inside(
          whole,
          share(percent, 1, width),
          share(percent, 2, height),
          share(percent, 3, width),
          share(percent, 4, height));
    }
    throw new BadImageRequest("A region is full, square, x,y,w,h or pct:x,y,w,h.");
  }

  private static Rectangle inside(Rectangle whole, long x, long y, long width, long height) {
    long right = Math.min(x + width, whole.width);
    long below = Math.min(y + height, whole.height);
    if (right <= x || below <= y) {
      throw new BadImageRequest(
          "Nothing of the region lies in the picture, which has %d × %d pixels."
              .formatted(whole.width, whole.height));
    }
    return new Rectangle((int) x, (int) y, (int) (right - x), (int) (below - y));
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private static long share(Matcher matcher, int group, int length) {
    return Math.round(new BigDecimal(matcher.group(group)).doubleValue() * length / 100);
  }
}
