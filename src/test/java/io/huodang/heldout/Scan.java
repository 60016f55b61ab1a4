package io.huodang.heldout;

import io.huodang.samples.ScanWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * What a scanner delivers.
 *
 * @param picture of {@link BufferedImage#TYPE_INT_RGB}
 * @param move where the sheet's points went
 * @param dpi as the file states it
 * @param quality of a JPEG, 0 to 1; 0 for a TIFF in black and white
 */
record Scan(BufferedImage picture, Move move, int dpi, double quality) {

  static Scan of(BufferedImage picture) {
    return new Scan(picture, Move.none(), Press.DPI, 0.8);
  }

  Scan moved(BufferedImage picture, Move next, int dpi) {
    return new Scan(picture, move.then(next), dpi, quality);
  }

  Scan at(double quality) {
    return new Scan(picture, move, dpi, quality);
  }

  String ending() {
    return quality == 0 ? ".tif" : ".jpg";
  }

  byte[] bytes() throws IOException {
    return quality == 0
        ? ScanWriter.blackAndWhite(picture, dpi)
        : ScanWriter.jpeg(picture, dpi, quality);
  }
}
