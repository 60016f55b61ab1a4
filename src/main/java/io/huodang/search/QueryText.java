package io.huodang.search;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What was typed or pasted, made plain before it is understood. */
final class QueryText {
  /** Dots, as people write them, between the parts of a minority name. */
  private static final Pattern DOTS =
      Pattern.compile("(?<=\\p{IsHan})\\s*[·•‧∙⋅・.。●-]+\\s*(?=\\p{IsHan})");

  /** How people write a character that they cannot read, type or remember (王×国, 王□国, 王〓国). */
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?<=\\p{IsHan})[×□]+|[×□]+(?=\\p{IsHan})|(?<=\\p{IsHan})[○◯■〓▲△※囗_]+(?=\\p{IsHan}|$)"
              + "|(?<=\\p{IsHan})X+(?=\\p{IsHan}|$)|(?<=^\\p{IsHan}{1,2})某+(?=\\p{IsHan}?$)");

  /** What is left out of a number. */
  private static final Pattern LEFT_OUT = Pattern.compile("(?<=[0-9])\\.{2,}(?=[0-9])");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;、]+");

  /** What parts words where no space does: brackets, labels' colons, dashes before a number. */
  private static final Pattern PARTING =
      Pattern.compile(
          "[ \\[\\](){}<>《》【】〔〕「」\"“”‘’:!|_。]+"
              + "|(?<=\\p{IsHan})[/\\\\-]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])[/\\\\-]+(?=\\p{IsHan})");

  private QueryText() {}

  /** Without what nobody sees: control and format characters, halves of characters. */
  static String visible(String typed) {
    StringBuilder out = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(
            c ->
                !isDescription(c)
                    && switch (Character.getType(c)) {
                      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                      default -> true;
                    })
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** How the parts of a character that cannot be typed stand to one another (⿱龙天). */
  private static boolean isDescription(int c) {
    return c >= 0x2FF0 && c <= 0x2FFF;
  }

  /** The words of a tidied query; itself when it has none. */
  static List<String> words(String tidy) {
    List<String> words =
        PARTING
            .splitAsStream(tidy)
            .map(word -> word.replaceAll("^[.]+|[.]+$", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.isEmpty() ? List.of(tidy) : words;
  }

  /** Half-width, one space between keys, one dot in names, a question mark for what is unknown. */
  static String tidy(String typed) {
    String normal = Normalizer.normalize(visible(typed), Normalizer.Form.NFKC);
    String dotted = LEFT_OUT.matcher(DOTS.matcher(normal).replaceAll("·")).replaceAll("*");
    String open =
        UNKNOWN.matcher(dotted).replaceAll(unknown -> "?".repeat(unknown.group().length()));
    return SEPARATORS.matcher(open.replace('×', 'X')).replaceAll(" ").strip();
  }
}
