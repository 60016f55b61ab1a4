package io.huodang.recognition;

import io.huodang.vocabulary.SheetCorners;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decoded page: its pixels are plain (one bit, grey or colour), square and not mirrored.
 *
 * @param image the pixels, thinned out when the page is very large
 * @param width page pixels: those of the master, except where the master is mirrored or its pixels
 *     are not square (fax), and those of the extracted or drawn picture where it is no picture
 * @param height page pixels, as above
 * @param dpi as the file states it, else estimated from an A4 side
 * @param rotation degrees clockwise that make it upright, as the camera noted it (EXIF); 0 when it
 *     did not
 * @param asDelivered whether browsers show the delivered file as this page
 * @param printed what the file itself tells of the page's text, none where it must be read
 * @param flag why a person should look, null when nobody needs to: a countable code
 */
public record Picture(
    BufferedImage image,
    int width,
    int height,
    int dpi,
    int rotation,
    boolean asDelivered,
    List<PrintedGlyph> printed,
    @Nullable String flag) {

  public Picture {
    printed = List.copyOf(printed);
  }

  public Picture(
      BufferedImage image, int width, int height, int dpi, int rotation, boolean asDelivered) {
    this(image, width, height, dpi, rotation, asDelivered, List.of(), null);
  }

  /** The sheet that lies there on this photograph, as a picture of its own. */
  public Picture cut(SheetCorners corners) {
    return SheetCut.of(this, corners);
  }

  /** Page pixels for one pixel of the image: 1 except for very large pages. */
  public double shrink() {
    return (double) width / image.getWidth();
  }

  /** Whether it is pure black and white. */
  public boolean bilevel() {
    return image.getType() == BufferedImage.TYPE_BYTE_BINARY
        && image.getColorModel().getPixelSize() == 1;
  }
}
