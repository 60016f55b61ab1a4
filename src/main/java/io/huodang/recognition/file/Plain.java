package io.huodang.recognition.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.function.IntUnaryOperator;

/**
 * Brings pictures to the three forms that the rest knows: one bit, eight bits of grey, three times
 * eight bits of colour. What is transparent lies on white paper.
 */
final class Plain {
  private Plain() {}

  static BufferedImage of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return ofPalette(image, palette);
    }
    if (image.getRaster().getDataBuffer() instanceof DataBufferByte
        && (image.getType() == BufferedImage.TYPE_BYTE_GRAY
            || image.getType() == BufferedImage.TYPE_3BYTE_BGR)) {
      return image;
    }
    int bands = image.getRaster().getNumBands();
    int space = colours.getColorSpace().getType();
    boolean whole = !colours.isAlphaPremultiplied() && colours.getTransferType() <= 1;
    if (whole && space == ColorSpace.TYPE_GRAY && bands <= 2) {
      return gray(image.getRaster(), colours);
    }
    if (whole && space == ColorSpace.TYPE_RGB && deep(colours) && bands <= 4) {
      return colour(image.getRaster(), colours);
    }
    return onWhite(image);
  }

  private static boolean deep(ColorModel colours) {
    return colours.getComponentSize(0) > 8;
  }

  private static BufferedImage ofPalette(BufferedImage image, IndexColorModel palette) {
    boolean gray = true;
    for (int i = 0; i < palette.getMapSize(); i++) {
      gray &= palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i);
    }
    if (palette.hasAlpha() || !gray) {
      return onWhite(image);
    }
    if (image.getType() == BufferedImage.TYPE_BYTE_BINARY
        && palette.getPixelSize() == 1
        && palette.getMapSize() == 2) {
      return image;
    }
    int last = palette.getMapSize() - 1;
    return mapped(image.getRaster(), value -> palette.getGreen(Math.min(value, last)));
  }

  /** Without colour management, which would lift grey of the usual kind as if it were linear. */
  private static BufferedImage gray(Raster raster, ColorModel colours) {
    int shift = colours.getComponentSize(0) - 8;
    if (raster.getNumBands() == 1) {
      return mapped(raster, value -> eight(value, shift));
    }
    BufferedImage plain =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[raster.getWidth() * 2];
    int[] out = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int x = 0; x < out.length; x++) {
        out[x] = onWhite(eight(row[2 * x], shift), eight(row[2 * x + 1], shift));
      }
      plain.getRaster().setPixels(0, y, out.length, 1, out);
    }
    return plain;
  }

  private static BufferedImage mapped(Raster raster, IntUnaryOperator value) {
    BufferedImage plain =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = value.applyAsInt(row[x]);
      }
      plain.getRaster().setSamples(0, y, row.length, 1, 0, row);
    }
    return plain;
  }

  /** Sixteen bits a colour, with or without transparency. */
  private static BufferedImage colour(Raster raster, ColorModel colours) {
    int bands = raster.getNumBands();
    int shift = colours.getComponentSize(0) - 8;
    BufferedImage plain =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[raster.getWidth() * bands];
    int[] out = new int[raster.getWidth() * 3];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int x = 0; x < raster.getWidth(); x++) {
        int alpha = bands == 4 ? eight(row[x * 4 + 3], shift) : 255;
        for (int band = 0; band < 3; band++) {
          out[3 * x + band] = onWhite(eight(row[x * bands + band], shift), alpha);
        }
      }
      plain.getRaster().setPixels(0, y, raster.getWidth(), 1, out);
    }
    return plain;
  }

  /** Grey that was decoded as colour; of one bit when only its two ends occur. */
  static BufferedImage ofGreens(BufferedImage image, boolean oneBit) {
    int type = oneBit ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
    int band = Math.min(1, image.getRaster().getNumBands() - 1);
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getSamples(0, y, row.length, 1, band, row);
      for (int x = 0; oneBit && x < row.length; x++) {
        row[x] = row[x] >> 7;
      }
      plain.getRaster().setSamples(0, y, row.length, 1, 0, row);
    }
    return plain;
  }

  /** As grey when nothing in it is coloured. */
  static BufferedImage withoutColour(BufferedImage image) {
    if (!(image.getRaster().getDataBuffer() instanceof DataBufferByte bytes)
        || image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      return image;
    }
    byte[] bgr = bytes.getData();
    for (int i = 0; i < bgr.length; i += 3) {
      if (bgr[i] != bgr[i + 1] || bgr[i] != bgr[i + 2]) {
        return image;
      }
    }
    return ofGreens(image, false);
  }

  /** Four inks, 255 being the most: cyan, magenta, yellow, black. */
  static BufferedImage ofInks(Raster raster) {
    BufferedImage plain =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[raster.getWidth() * 4];
    int[] out = new int[raster.getWidth() * 3];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int x = 0; x < raster.getWidth(); x++) {
        int light = 255 - row[4 * x + 3];
        for (int ink = 0; ink < 3; ink++) {
          out[3 * x + ink] = (255 - row[4 * x + ink]) * light / 255;
        }
      }
      plain.getRaster().setPixels(0, y, raster.getWidth(), 1, out);
    }
    return plain;
  }

  private static int eight(int value, int shift) {
    return shift >= 0 ? value >> shift : value * 255 / ((1 << (8 + shift)) - 1);
  }

  private static int onWhite(int value, int alpha) {
    return (value * alpha + 255 * (255 - alpha)) / 255;
  }

  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = plain.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return plain;
  }

  /** Left and right exchanged. */
  static BufferedImage mirrored(BufferedImage image) {
    BufferedImage mirrored = like(image, image.getWidth(), image.getHeight());
    Graphics2D pen = mirrored.createGraphics();
    pen.drawImage(image, image.getWidth(), 0, -image.getWidth(), image.getHeight(), null);
    pen.dispose();
    return mirrored;
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage scaled = like(image, width, height);
    Graphics2D pen = scaled.createGraphics();
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }

  private static BufferedImage like(BufferedImage image, int width, int height) {
    return image.getColorModel() instanceof IndexColorModel palette
        ? new BufferedImage(width, height, image.getType(), palette)
        : new BufferedImage(width, height, image.getType());
  }
}
