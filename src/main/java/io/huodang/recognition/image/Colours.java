package io.huodang.recognition.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.util.Optional;

/**
 * The pixels of a colour picture: blue, green and red, a byte each.
 *
 * @param offset of the first pixel
 * @param stride bytes from row to row
 */
record Colours(byte[] bgr, int offset, int stride, int width, int height) {

  /** Empty where the picture is not of this kind. */
  static Optional<Colours> of(BufferedImage picture) {
    if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      return Optional.empty();
    }
    int stride = ((ComponentSampleModel) picture.getSampleModel()).getScanlineStride();
    int offset =
        -picture.getRaster().getSampleModelTranslateY() * stride
            - picture.getRaster().getSampleModelTranslateX() * 3;
    byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    return Optional.of(new Colours(bgr, offset, stride, picture.getWidth(), picture.getHeight()));
  }

  /** Where the three bytes of a pixel begin. */
  int at(int x, int y) {
    return offset + y * stride + 3 * x;
  }

  /** The median of blue, green and red over every so many pixels of every so many rows. */
  int[] medians(int step) {
    int[] medians = new int[3];
    int[][] counts = new int[3][256];
    for (int y = step / 2; y < height; y += step) {
      for (int x = step / 2; x < width; x += step) {
        int i = at(x, y);
        for (int channel = 0; channel < 3; channel++) {
          counts[channel][bgr[i + channel] & 0xFF]++;
        }
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      medians[channel] = Histogram.median(counts[channel]);
    }
    return medians;
  }
}
