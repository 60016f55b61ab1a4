package io.huodang.viewing;

import io.huodang.vocabulary.Refusal;

/**
 * What a JPEG says of itself (ITU T.81, B.2.2), read without decoding it.
 *
 * @param width pixels
 * @param height pixels
 * @param components 1: grey, 3: colour
 */
record JpegHead(int width, int height, int components) {

  /**
   * Looks for the frame's head.
   *
   * @throws Refusal {@code picture-failed} when it is none of ours
   */
  static JpegHead of(byte[] jpeg) {
    int at = 2;
    while (at + 9 < jpeg.length && (jpeg[at] & 255) == 0xFF) {
      int marker = jpeg[at + 1] & 255;
      boolean isFrame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (isFrame) {
        return new JpegHead(number(jpeg, at + 7), number(jpeg, at + 5), jpeg[at + 9] & 255);
      }
      at += 2 + number(jpeg, at + 2);
    }
    throw new Refusal(
        "picture-failed", "The picture could not be made; the master can be downloaded.");
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
  }
}
