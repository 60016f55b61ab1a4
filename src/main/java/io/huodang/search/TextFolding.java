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
  /** What characters of the basic plane are folded to; 0 where nobody asked yet. */
  private static final int[] BASIC = new int[Character.MAX_VALUE + 1];

  private TextFolding() {}

  static int fold(int codePoint) {
    if (codePoint >= BASIC.length) {
      return folded(codePoint);
    }
    int known = BASIC[codePoint];
    if (known == 0) {
      known = folded(codePoint);
      BASIC[codePoint] = known; // whoever else asks meanwhile writes the same
    }
    return known;
  }

  private static int folded(int codePoint) {
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
