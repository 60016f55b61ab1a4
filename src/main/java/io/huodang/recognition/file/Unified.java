package io.huodang.recognition.file;

import java.text.Normalizer;

/**
 * Brings characters that look alike to the one that people write: many programs that make PDFs name
 * a radical (⼯, ⻘) where the character (工, 青) stands, because a font draws both with one shape.
 */
final class Unified {
  private static final int FIRST = 0x2E80;

  /** From U+2E80 on (Unicode's EquivalentUnifiedIdeograph); a dot where there is none. */
  private static final String RADICALS =
      ".厂乛乚乙亻冂.刀刂卜.小小兀尣尢.巳幺彑.忄.扌攵..日月歺母"
          + "民氵氺灬爫爫丬牛犭王..示礻竹糹纟罓罒...羊羊羊耂肀聿肉臼艹艹"
          + "艹虎衤覀西见角.讠贝.车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠"
          + "饣.马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

  private Unified() {}

  static String of(String text) {
    StringBuilder unified = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(c, unified));
    return unified.toString();
  }

  private static void append(int c, StringBuilder to) {
    int radical = c - FIRST;
    if (radical >= 0 && radical < RADICALS.length() && RADICALS.charAt(radical) != '.') {
      to.append(RADICALS.charAt(radical));
    } else if (c >= 0x2F00 && c <= 0x2FD5
        || c >= 0xF900 && c <= 0xFAD9
        || c >= 0xFB00 && c <= 0xFB06) {
      to.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else {
      to.appendCodePoint(c);
    }
  }
}
