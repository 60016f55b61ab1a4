package io.huodang.recognition.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.util.Arrays;

/** Turns a decoded picture into grey, in which red ink is gone and black and blue ink stay. */
public final class Grayness {
  private Grayness() {}

  /** Grey without red ink. */
  public static Gray of(BufferedImage picture) {
    if (picture.getRaster().getDataBuffer() instanceof DataBufferByte) {
      switch (picture.getType()) {
        case BufferedImage.TYPE_3BYTE_BGR:
          return ofColour(Colours.of(picture).orElseThrow());
        case BufferedImage.TYPE_BYTE_GRAY:
          return ofGray(picture);
        case BufferedImage.TYPE_BYTE_BINARY:
          if (picture.getColorModel().getPixelSize() == 1) {
            return ofBilevel(picture);
          }
          break;
        default:
          break;
      }
    }
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = plain.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return ofColour(Colours.of(plain).orElseThrow());
  }

  /** The share of a picture's pixels that are clearly red, 0 to 1; 0 when it has no colours. */
  public static double redShare(BufferedImage picture) {
    return Colours.of(picture).map(RedInk::share).orElse(0.0);
  }

  private static Gray ofColour(Colours page) {
    byte[] bgr = page.bgr();
    Gray gray = new Gray(page.width(), page.height());
    byte[] out = gray.pixels();
    RedInk ink = RedInk.on(page);
    for (int y = 0, o = 0; y < gray.height(); y++) {
      int i = page.at(0, y);
      for (int end = o + gray.width(); o < end; o++, i += 3) {
        out[o] = (byte) ink.without(bgr[i] & 0xFF, bgr[i + 1] & 0xFF, bgr[i + 2] & 0xFF);
      }
    }
    return gray;
  }

  private static Gray ofGray(BufferedImage picture) {
    byte[] values = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    int stride = ((ComponentSampleModel) picture.getSampleModel()).getScanlineStride();
    int offset = startOf(picture, stride);
    Gray gray = new Gray(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < gray.height(); y++) {
      System.arraycopy(values, offset + y * stride, gray.pixels(), y * gray.width(), gray.width());
    }
    return gray;
  }

  private static Gray ofBilevel(BufferedImage picture) {
    byte[] bits = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    MultiPixelPackedSampleModel model = (MultiPixelPackedSampleModel) picture.getSampleModel();
    int stride = model.getScanlineStride();
    int firstBit =
        model.getDataBitOffset()
            - picture.getRaster().getSampleModelTranslateX()
            - picture.getRaster().getSampleModelTranslateY() * stride * 8;
    IndexColorModel colours = (IndexColorModel) picture.getColorModel();
    byte clear = (byte) colours.getGreen(0);
    byte set = (byte) colours.getGreen(1);
    Gray gray = new Gray(picture.getWidth(), picture.getHeight());
    byte[] out = gray.pixels();
    Arrays.fill(out, clear);
    for (int y = 0; y < gray.height(); y++) {
      int bit = firstBit + y * stride * 8;
      for (int o = y * gray.width(), end = o + gray.width(); o < end; o++, bit++) {
        if ((bits[bit >> 3] >> (7 - (bit & 7)) & 1) != 0) {
          out[o] = set;
        }
      }
    }
    return gray;
  }

  private static int startOf(BufferedImage picture, int stride) {
    return -picture.getRaster().getSampleModelTranslateY() * stride
        - picture.getRaster().getSampleModelTranslateX();
  }
}
