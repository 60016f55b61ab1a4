package io.huodang.search;

import io.huodang.vocabulary.Han;
import java.text.Normalizer;

/**
 * How page text and what is looked for in it are made comparable: simplified, half-width, small.
 *
 * <p>Code point by code point, so that what is found in the folded text stands at the same place in
 * the text as it was read.
 */
final class TextFolding {
  private TextFolding() {}

  static int fold(int codePoint) {
    if (codePoint < 0x80) {
      return Character.toLowerCase(codePoint);
    }
    String normal = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    int folded = normal.codePointCount(0, normal.length()) == 1 ? normal.codePointAt(0) : codePoint;
    return Han.simplified(Character.toLowerCase(folded));
  }

  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(TextFolding::fold).forEach(out::appendCodePoint);
    return out.toString();
  }
}
