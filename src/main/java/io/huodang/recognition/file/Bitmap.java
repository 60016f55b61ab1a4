package io.huodang.recognition.file;

import java.util.Set;

/** Windows bitmaps begin with two common letters: their second header must be one that exists. */
final class Bitmap {
  private static final Set<Integer> HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

  private Bitmap() {}

  static boolean is(Content content) {
    int header = content.at(14) | content.at(15) << 8 | content.at(16) << 16 | content.at(17) << 24;
    return content.startsWith("BM") && HEADERS.contains(header);
  }
}
