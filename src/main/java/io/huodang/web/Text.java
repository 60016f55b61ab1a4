package io.huodang.web;

/** What may be sent as text. */
final class Text {
  private Text() {}

  /** Whether PostgreSQL and UTF-8 can carry it: no NUL, no lone half of a surrogate pair. */
  static boolean isStorable(CharSequence text) {
    return text.codePoints().allMatch(c -> c != 0 && Character.getType(c) != Character.SURROGATE);
  }
}
