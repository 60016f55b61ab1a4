package io.huodang.recognition.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a JPEG says of itself before it is decoded (ITU-T T.81, annex B).
 *
 * @param components colours or inks, 0 when no frame was found
 * @param adobe whether Adobe's marker tells how they are written
 */
record JpegSegments(int components, boolean adobe) {
  /** Encoders make about ten; each costs a pass over every pixel. */
  private static final int MOST_SCANS = 200;

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int ADOBE = 0xEE;

  /**
   * Goes through a whole stream.
   *
   * @throws io.huodang.vocabulary.Refusal {@code too-complex} when it has very many scans; what
   *     else is wrong with it is for the decoder to say
   */
  static JpegSegments of(InputStream in) throws IOException {
    int components = 0;
    boolean adobe = false;
    int scans = 0;
    in.skipNBytes(2);
    for (int marker = next(in); marker >= 0 && marker != END_OF_IMAGE; marker = next(in)) {
      if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
        throw Refusals.tooComplex();
      }
      int length = (in.read() << 8 | in.read()) - 2;
      if (length < 0) {
        break;
      }
      if (isFrame(marker) && length >= 6) {
        components = in.readNBytes(6)[5] & 0xFF;
        length -= 6;
      }
      adobe |= marker == ADOBE;
      if (in.skip(length) < length) {
        break;
      }
    }
    return new JpegSegments(components, adobe);
  }

  boolean isPlainInks() {
    return components == 4 && !adobe;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** Passes over coded pixels, in which a marker's first byte is always followed by a zero. */
  private static int next(InputStream in) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      while (b == 0xFF) {
        b = in.read();
        if (b > 1 && b != 0xFF && (b < 0xD0 || b > 0xD8)) {
          return b;
        }
      }
    }
    return -1;
  }
}
