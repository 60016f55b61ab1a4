package io.huodang.recognition;

import java.awt.image.BufferedImage;

/**
 * One decoded page.
 *
 * @param image the pixels, thinned out when the master is very large
 * @param width master pixels
 * @param height master pixels
 * @param dpi as the file states it, else estimated from an A4 side
 * @param rotation degrees clockwise that make it upright, as the camera noted it (EXIF); 0 when it
 *     did not
 */
public record Picture(BufferedImage image, int width, int height, int dpi, int rotation) {

  /** Master pixels for one pixel of the image: 1 except for very large masters. */
  public double shrink() {
    return (double) width / image.getWidth();
  }

  /** Whether it is pure black and white. */
  public boolean bilevel() {
    return image.getType() == BufferedImage.TYPE_BYTE_BINARY
        && image.getColorModel().getPixelSize() == 1;
  }
}
