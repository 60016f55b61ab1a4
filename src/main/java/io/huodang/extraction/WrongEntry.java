package io.huodang.extraction;

/** An entry of a document type's file that cannot be right. */
final class WrongEntry extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String word;

  /**
   * Says what is wrong.
   *
   * @param word stands on the line of the file that is meant
   */
  WrongEntry(String word, String message) {
    super(message);
    this.word = word;
  }

  String word() {
    return word;
  }
}
