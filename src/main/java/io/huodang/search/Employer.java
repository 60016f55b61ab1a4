package io.huodang.search;

import java.util.regex.Pattern;

/** How people shorten the name of an employer: characters of it in their order (二棉, 环卫处, 肉联厂). */
final class Employer {
  private static final int MOST_LEFT_OUT = 10;
  private static final int LEFT_OUT_OF_TWO = 2;
  private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,12}");
  private static final Pattern NAMES_A_KIND = Pattern.compile(".[厂校院局社站所处司店场队行部厅]");

  private Employer() {}

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
