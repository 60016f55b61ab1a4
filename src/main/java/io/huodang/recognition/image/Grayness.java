package io.huodang.recognition.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.util.Arrays;

/**
 * Turns a decoded picture into grey, in which red ink is gone and black ink stays.
 *
 * <p>grey = R + ¾·(R − (G+B)/2): red is as bright as paper in the red channel, and what is left of
 * it is lifted by its redness; blue and black ink stay dark.
 */
public final class Grayness {
  private Grayness() {}

  /** Grey without red ink. */
  public static Gray of(BufferedImage picture) {
    if (picture.getRaster().getDataBuffer() instanceof DataBufferByte) {
      switch (picture.getType()) {
        case BufferedImage.TYPE_3BYTE_BGR:
          return ofColour(picture);
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
    return ofColour(plain);
  }

  private static Gray ofColour(BufferedImage picture) {
    byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    ComponentSampleModel model = (ComponentSampleModel) picture.getSampleModel();
    int offset = startOf(picture, model.getScanlineStride(), 3);
    Gray gray = new Gray(picture.getWidth(), picture.getHeight());
    byte[] out = gray.pixels();
    for (int y = 0, o = 0; y < gray.height(); y++) {
      int i = offset + y * model.getScanlineStride();
      for (int end = o + gray.width(); o < end; o++, i += 3) {
        int blue = bgr[i] & 0xFF;
        int green = bgr[i + 1] & 0xFF;
        int red = bgr[i + 2] & 0xFF;
        int value = red + (3 * (2 * red - green - blue) >> 3);
        out[o] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return gray;
  }

  private static Gray ofGray(BufferedImage picture) {
    byte[] values = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    int stride = ((ComponentSampleModel) picture.getSampleModel()).getScanlineStride();
    int offset = startOf(picture, stride, 1);
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

  private static int startOf(BufferedImage picture, int stride, int pixelStride) {
    return -picture.getRaster().getSampleModelTranslateY() * stride
        - picture.getRaster().getSampleModelTranslateX() * pixelStride;
  }
}
