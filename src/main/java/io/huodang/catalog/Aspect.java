package io.huodang.catalog;

/** What of the registry a person can change; each is set and set back in the same way. */
public enum Aspect {
  /** What counts as the value of an item's field; the key is a {@link FieldKey}. */
  FIELD,
  /** An item's file number, given once. */
  FILE_NUMBER,
  /** An item's category. */
  CATEGORY,
  /** Whether an item is about a person, and in what part. */
  LINK,
  /** Degrees clockwise that make a page upright. */
  ROTATION,
  /** Whether nothing is written on a page. */
  BLANK,
  /** The pages of an item, in order. */
  ARRANGEMENT;

  /** The word in the registry and on the wire, for example {@code file-number}. */
  public String word() {
    return Words.of(this);
  }
}
