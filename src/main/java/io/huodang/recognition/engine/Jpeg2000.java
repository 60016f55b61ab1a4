package io.huodang.recognition.engine;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;

/** Decodes JPEG 2000 (ISO/IEC 15444-1) with the OpenJPEG that comes with Tesseract's libraries. */
public final class Jpeg2000 {
  private static final int SILENT = 6;

  /** The C interface, bound when the first picture is decoded. */
  private static final class Bound {
    static final Leptonica API = bind();

    private static Leptonica bind() {
      Leptonica api = NativeLibrary.leptonica();
      api.setMsgSeverity(SILENT);
      return api;
    }
  }

  private Jpeg2000() {}

  /**
   * A decoded picture.
   *
   * @param samples one byte a sample, row by row; of grey, or of red, green and blue in turn
   */
  public record Decoded(int width, int height, boolean grey, byte[] samples) {}

  /**
   * Decodes a whole picture.
   *
   * @param reduction 1 for every pixel, 2, 4, 8 for every second, fourth, eighth in each direction
   * @throws IOException when it is damaged, or of a kind that is not read
   */
  public static Decoded decode(byte[] bytes, int reduction) throws IOException {
    Leptonica api = Bound.API;
    Pointer pix = api.pixReadMemJp2k(bytes, bytes.length, reduction, null, 0, 0);
    if (pix == null) {
      throw new IOException("The JPEG 2000 picture cannot be decoded");
    }
    try {
      int depth = api.pixGetDepth(pix);
      if (depth != 8 && depth != 32) {
        throw new IOException("A JPEG 2000 picture of " + depth + " bits is not read");
      }
      return copied(api, pix, depth == 8);
    } finally {
      api.pixDestroy(new PointerByReference(pix));
    }
  }

  /** Samples stand in words of 32 bits, the first in the highest byte. */
  private static Decoded copied(Leptonica api, Pointer pix, boolean grey) {
    int width = api.pixGetWidth(pix);
    int height = api.pixGetHeight(pix);
    int words = api.pixGetWpl(pix);
    Pointer data = api.pixGetData(pix);
    byte[] samples = new byte[width * height * (grey ? 1 : 3)];
    int[] row = new int[words];
    int out = 0;
    for (int y = 0; y < height; y++) {
      data.read(4L * words * y, row, 0, words);
      for (int x = 0; x < width; x++) {
        if (grey) {
          samples[out++] = (byte) (row[x >> 2] >> 24 - 8 * (x & 3));
        } else {
          samples[out++] = (byte) (row[x] >> 24);
          samples[out++] = (byte) (row[x] >> 16);
          samples[out++] = (byte) (row[x] >> 8);
        }
      }
    }
    return new Decoded(width, height, grey, samples);
  }
}
