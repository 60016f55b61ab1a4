package io.huodang.search;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What was typed or pasted, made plain before it is understood. */
final class QueryText {
  /** Dots, as people write them, between the parts of a minority name. */
  private static final Pattern DOTS =
      Pattern.compile("(?<=\\p{IsHan})\\s*[·•‧∙⋅・.。]+\\s*(?=\\p{IsHan})");

  /** How people write a character that they cannot read or remember (王×国, 王□国). */
  private static final Pattern UNKNOWN =
      Pattern.compile("(?<=\\p{IsHan})[×□]+|[×□]+(?=\\p{IsHan})");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;、]+");

  private QueryText() {}

  /** Without what nobody sees: control and format characters, halves of characters. */
  static String visible(String typed) {
    StringBuilder out = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                  default -> true;
                })
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Half-width, one space between keys, one dot in names, a question mark for what is unknown. */
  static String tidy(String typed) {
    String normal = Normalizer.normalize(visible(typed), Normalizer.Form.NFKC);
    String dotted = DOTS.matcher(normal).replaceAll("·");
    String open =
        UNKNOWN.matcher(dotted).replaceAll(unknown -> "?".repeat(unknown.group().length()));
    return SEPARATORS.matcher(open.replace('×', 'X')).replaceAll(" ").strip();
  }
}
