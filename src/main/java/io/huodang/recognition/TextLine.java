package io.huodang.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of text, in reading order.
 *
 * @param words left to right
 */
public record TextLine(List<Word> words) {

  public TextLine {
    words = List.copyOf(words);
  }

  /** The words joined; Chinese carries no space between words. */
  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining());
  }
}
