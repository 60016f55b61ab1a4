package io.huodang.samples;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A page as a scanner or camera saw it.
 *
 * @param move where the sheet's points went
 * @param dpi as the file will state it
 * @param quality of a JPEG, 0 to 1
 * @param bitonal whether only black and white are kept
 * @param bend how the sheet bent before, if it did
 */
record Scanned(
    BufferedImage picture,
    Homography move,
    int dpi,
    double quality,
    boolean bitonal,
    @Nullable Bend bend) {

  Scanned(BufferedImage picture, Homography move, int dpi, double quality, boolean bitonal) {
    this(picture, move, dpi, quality, bitonal, null);
  }

  /** The rectangle around where an area of the sheet is seen. */
  Rectangle around(Rectangle area) {
    return move.around(bend == null ? area : bend.around(area));
  }

  Scanned moved(BufferedImage picture, Homography next, int dpi) {
    return new Scanned(picture, next.after(move), dpi, quality, bitonal, bend);
  }

  Scanned at(double quality) {
    return new Scanned(picture, move, dpi, quality, bitonal, bend);
  }

  Scanned inBlackAndWhite() {
    return new Scanned(picture, move, dpi, quality, true, bend);
  }
}
