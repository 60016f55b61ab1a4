package io.huodang.catalog;

/**
 * A name that someone bears or bore.
 *
 * @param kind which of their names
 * @param value as written
 * @param source where it was learnt: {@code form}, {@code roster}, {@code keyed}
 */
public record Name(Kind kind, String value, String source) {

  /** Which of a person's names. */
  public enum Kind {
    CURRENT,
    FORMER,
    VARIANT,
    /** Read on a form and not yet anyone's. */
    AS_READ
  }
}
