package io.huodang.recognition;

import java.util.List;

/**
 * One line of text, in reading order.
 *
 * @param words left to right
 */
public record TextLine(List<Word> words) {

  public TextLine {
    words = List.copyOf(words);
  }

  /** The words joined; Chinese carries no space between words, Latin does. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      if (!text.isEmpty() && isLatin(text.charAt(text.length() - 1), word.text().charAt(0))) {
        text.append(' ');
      }
      text.append(word.text());
    }
    return text.toString();
  }

  /** Whether a space belongs between two characters: digits of a number are often set apart. */
  private static boolean isLatin(char before, char after) {
    return isLetter(before) && isLetterOrDigit(after) || isLetterOrDigit(before) && isLetter(after);
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
