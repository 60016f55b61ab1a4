package io.huodang.samples;

import java.awt.image.BufferedImage;

/**
 * A page as a scanner or camera saw it.
 *
 * @param move where the sheet's points went
 * @param dpi as the file will state it
 * @param quality of a JPEG, 0 to 1
 * @param bitonal whether only black and white are kept
 */
record Scanned(BufferedImage picture, Homography move, int dpi, double quality, boolean bitonal) {

  Scanned moved(BufferedImage picture, Homography next, int dpi) {
    return new Scanned(picture, next.after(move), dpi, quality, bitonal);
  }

  Scanned at(double quality) {
    return new Scanned(picture, move, dpi, quality, bitonal);
  }

  Scanned inBlackAndWhite() {
    return new Scanned(picture, move, dpi, quality, true);
  }
}
