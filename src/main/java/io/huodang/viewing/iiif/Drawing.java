package io.huodang.viewing.iiif;

import io.huodang.viewing.iiif.ImageRequest.Quality;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** An image that is drawn row by row, each turned to its place and in the colours asked for. */
final class Drawing implements Shrinking.Rows {
  /** Above the middle: thin strokes grow pale when a page is made smaller, paper is seldom dark. */
  private static final int WHITE_FROM = 160;

  private final Dimension size;
  private final int rotation;
  private final Quality quality;
  private final int from;
  private final BufferedImage image;
  private final byte[] pixels;

  /**
   * @param colour whether rows come in colours: blue, green, red
   */
  Drawing(ImageRequest request, boolean colour) {
    this.size = request.size();
    this.rotation = request.rotation();
    this.quality = request.quality();
    this.from = colour ? 3 : 1;
    boolean lies = rotation % 180 != 0;
    boolean keeps = colour && (quality == Quality.DEFAULT || quality == Quality.COLOR);
    this.image =
        new BufferedImage(
            lies ? size.height : size.width,
            lies ? size.width : size.height,
            keeps ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
    this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public void take(int y, float[] row) {
    int bands = image.getRaster().getNumBands();
    for (int x = 0; x < size.width; x++) {
      int at = place(x, y) * bands;
      if (bands == 3) {
        for (int band = 0; band < 3; band++) {
          pixels[at + band] = (byte) Math.round(row[x * 3 + band]);
        }
      } else {
        int gray = Math.round(from == 1 ? row[x] : luminance(row, x * 3));
        pixels[at] = (byte) (quality != Quality.BITONAL ? gray : gray < WHITE_FROM ? 0 : 255);
      }
    }
  }

  private int place(int x, int y) {
    return switch (rotation) {
      case 0 -> y * size.width + x;
      case 90 -> x * size.height + size.height - 1 - y;
      case 180 -> (size.height - 1 - y) * size.width + size.width - 1 - x;
      default -> (size.width - 1 - x) * size.height + y;
    };
  }

  /** ITU-R BT.601, as JPEG has it. */
  private static float luminance(float[] row, int at) {
    return 0.114f * row[at] + 0.587f * row[at + 1] + 0.299f * row[at + 2];
  }
}
