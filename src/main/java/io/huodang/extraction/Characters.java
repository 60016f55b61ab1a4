package io.huodang.extraction;

import io.huodang.vocabulary.CitizenId;
import java.util.Locale;

/** Characters as they were read, brought to the form in which values are written down. */
final class Characters {
  private static final String DOTS = "·•‧・･．.。";
  private static final String EDGES = ":：;；,，.。、_-—~|'\"`“”‘’*·()（）[]【】<>《》 　";

  private Characters() {}

  /** Chinese characters and middle dots between them. */
  static String name(String read) {
    StringBuilder name = new StringBuilder();
    read.codePoints()
        .forEach(
            c -> {
              if (Character.isIdeographic(c)) {
                name.appendCodePoint(c);
              } else if (DOTS.indexOf(c) >= 0 && !name.isEmpty()) {
                if (name.charAt(name.length() - 1) != '·') {
                  name.append('·');
                }
              }
            });
    while (!name.isEmpty() && name.charAt(name.length() - 1) == '·') {
      name.setLength(name.length() - 1);
    }
    return name.toString();
  }

  /** Digits and X, with the letters that are often read for them put right. */
  static String digitsAndX(String read) {
    StringBuilder digits = new StringBuilder();
    for (char c : CitizenId.compact(read).toUpperCase(Locale.ROOT).toCharArray()) {
      char digit = asDigit(c);
      if (digit >= '0' && digit <= '9' || digit == 'X') {
        digits.append(digit);
      }
    }
    return digits.toString();
  }

  /** Half-width capitals and digits; letters among digits that look like digits become digits. */
  static String code(String read) {
    StringBuilder code = new StringBuilder();
    for (char c : CitizenId.compact(read).toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
        code.append(c);
      }
    }
    long digits = code.chars().filter(Character::isDigit).count();
    if (digits * 3 < code.length() * 2L) {
      return code.toString();
    }
    for (int i = 1; i < code.length(); i++) {
      if (Character.isDigit(code.charAt(i - 1))) {
        char digit = asDigit(code.charAt(i));
        if (Character.isDigit(digit)) {
          code.setCharAt(i, digit);
        }
      }
    }
    return code.toString();
  }

  private static char asDigit(char c) {
    return switch (c) {
      case 'O', 'D', 'Q' -> '0';
      case 'I', 'L', '|' -> '1';
      case 'Z' -> '2';
      case 'S' -> '5';
      case 'B' -> '8';
      default -> c;
    };
  }

  /** Without the colons, dashes and spaces around it. */
  static String text(String read) {
    int from = 0;
    int to = read.length();
    while (from < to && isEdge(read.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(read.charAt(to - 1)) && !isClosing(read.charAt(to - 1))) {
      to--;
    }
    return read.substring(from, to);
  }

  /** Only what labels are made of: Chinese characters, letters and digits. */
  static String letters(String read) {
    StringBuilder letters = new StringBuilder();
    read.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Chinese characters that stand twice in a row once: no label says one twice. */
  static String withoutEchoes(String read) {
    StringBuilder once = new StringBuilder(read.length());
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      if (i == 0 || c != read.charAt(i - 1) || !Character.isIdeographic(c)) {
        once.append(c);
      }
    }
    return once.toString();
  }

  private static boolean isEdge(char c) {
    return EDGES.indexOf(c) >= 0;
  }

  private static boolean isClosing(char c) {
    return ")）]】》".indexOf(c) >= 0;
  }
}
