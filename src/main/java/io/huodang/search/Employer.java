package io.huodang.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How people shorten the name of an employer: characters of it in their order (二棉, 环卫处, 肉联厂). */
final class Employer {
  private static final int MOST_LEFT_OUT = 10;
  private static final int LEFT_OUT_OF_TWO = 2;
  private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,12}");
  private static final Pattern NAMES_A_KIND = Pattern.compile(".[厂校院局社站所处司店场队行部厅]");

  private Employer() {}

  /**
   * What a name that contains this must have: every pair of neighbours of its letters and digits.
   * An employer of thousands is asked for by them in a tenth of the time that words in a row take.
   */
  static Set<String> pairs(String text) {
    int[] c = TextFolding.fold(text).codePoints().filter(Character::isLetterOrDigit).toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < c.length; i++) {
      pairs.add(new String(c, i, 2));
    }
    return pairs;
  }

  /** How many characters may be left out between the first and the last. */
  static int mostLeftOut(String text) {
    boolean two = text.codePointCount(0, text.length()) == 2;
    return two && !NAMES_A_KIND.matcher(text).matches() ? LEFT_OUT_OF_TWO : MOST_LEFT_OUT;
  }

  /** Whether it may be one. */
  static boolean mayBeShort(String text) {
    return SHORT.matcher(text).matches();
  }
}
