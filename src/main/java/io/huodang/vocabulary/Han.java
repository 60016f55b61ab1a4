package io.huodang.vocabulary;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chinese characters one by one, those outside the BMP included. Thread-safe.
 *
 * <p>Simplifying goes by single characters, never by phrases: a part of a name or a line then folds
 * to the same part of the folded whole, and offsets in code points stay what they were.
 */
public final class Han {
  private static final Map<Integer, Integer> SIMPLIFIED = new ConcurrentHashMap<>();

  private Han() {}

  /** Whether a code point is a Chinese character. */
  public static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /** The simplified form of a character; itself when it has none. */
  public static int simplified(int codePoint) {
    return isHan(codePoint) ? SIMPLIFIED.computeIfAbsent(codePoint, Han::lookUp) : codePoint;
  }

  /** Every character in its simplified form: as many code points as before. */
  public static String simplified(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Han::simplified).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int lookUp(int codePoint) {
    String simple = ZhConverterUtil.toSimple(Character.toString(codePoint));
    return simple.codePointCount(0, simple.length()) == 1 ? simple.codePointAt(0) : codePoint;
  }
}
