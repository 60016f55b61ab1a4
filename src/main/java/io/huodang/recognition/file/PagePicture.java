package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.awt.image.BufferedImage;

/** Makes a page of a decoded picture: plain colours, no mirror, square pixels, dots an inch. */
final class PagePicture {
  private static final double A4_INCHES = 11.69;
  private static final double A3_INCHES = 16.54;

  /** What programs write that do not know. */
  private static final double DEFAULTED = 100;

  private PagePicture() {}

  /**
   * @param decoded may be thinned out
   * @param width pixels in the file
   * @param height pixels in the file
   * @param shownByBrowsers whether browsers show such a file as it is
   */
  static Picture of(
      BufferedImage decoded, int width, int height, Description said, boolean shownByBrowsers) {
    BufferedImage image = Plain.of(decoded);
    if (said.orientation().mirrored()) {
      image = Plain.mirrored(image);
    }
    double across = said.across();
    double down = said.down();
    boolean told = isPlausible(across, width) && isPlausible(down, height);
    double stretch = told ? across / down : 1;
    int pageWidth = width;
    int pageHeight = height;
    double dpi = told ? across : Math.max(width, height) / A4_INCHES;
    // Standard fax has half as many rows as columns to an inch: letters would look squashed.
    if (stretch > 1.1 && (long) (width * stretch) * height <= Refusals.MOST_PIXELS) {
      pageHeight = (int) Math.round(height * stretch);
      image = Plain.scaled(image, image.getWidth(), scaled(image.getHeight(), stretch));
    } else if (stretch < 0.9 && (long) (height / stretch) * width <= Refusals.MOST_PIXELS) {
      pageWidth = (int) Math.round(width / stretch);
      image = Plain.scaled(image, scaled(image.getWidth(), 1 / stretch), image.getHeight());
      dpi = down;
    }
    boolean asDelivered =
        shownByBrowsers
            && said.orientation().equals(Orientation.UPRIGHT)
            && pageWidth == width
            && pageHeight == height;
    return new Picture(
        image,
        pageWidth,
        pageHeight,
        (int) Math.max(1, Math.round(dpi)),
        said.orientation().rotation(),
        asDelivered);
  }

  private static int scaled(int length, double by) {
    return (int) Math.round(length * by);
  }

  private static boolean isPlausible(double dotsPerInch, int pixels) {
    return dotsPerInch >= 90
        && dotsPerInch <= 2400
        && (dotsPerInch > DEFAULTED || pixels / dotsPerInch <= A3_INCHES);
  }
}
