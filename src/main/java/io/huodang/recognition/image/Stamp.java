package io.huodang.recognition.image;

import io.huodang.recognition.Area;

/**
 * A stamp whose ink was taken off a page.
 *
 * @param area where it stood, in the picture's pixels
 * @param colour of its ink on white paper: 0xRRGGBB
 */
public record Stamp(Area area, int colour) {
  int red() {
    return colour >> 16 & 0xFF;
  }

  int green() {
    return colour >> 8 & 0xFF;
  }

  int blue() {
    return colour & 0xFF;
  }
}
