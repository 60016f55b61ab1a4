package io.huodang.search;

import io.huodang.vocabulary.Han;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * Characters that are not in GB 2312: for long nobody could type them, and whoever leaves a place
 * of a name open, or spells one, mostly does so for one of them.
 */
final class RareCharacters {
  private static final BitSet COMMON = new BitSet();

  static {
    Charset gb2312 = Charset.forName("GB2312");
    for (int row = 0xB0; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        new String(new byte[] {(byte) row, (byte) cell}, gb2312).codePoints().forEach(COMMON::set);
      }
    }
  }

  private RareCharacters() {}

  /** All the others. */
  static Stream<String> common() {
    return COMMON.stream().mapToObj(Character::toString);
  }

  /** Whether one of its characters is. */
  static boolean areIn(String folded) {
    return folded.codePoints().anyMatch(c -> Han.isHan(c) && !COMMON.get(c));
  }
}
