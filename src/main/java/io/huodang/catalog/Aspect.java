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
  ARRANGEMENT,
  /** Whose a name, a number, an employment or a link is; the key says which of them. */
  OWNER,
  /** Which of a person's names a name is. */
  NAME_KIND,
  /** Sex and date of birth of a person; the key says which. */
  VITAL,
  /** Who a person turned out to be. */
  MERGED_INTO,
  /** Whether a person is said not to be another one who looks alike; the key is the other one. */
  NOT_SAME,
  /** Since when a name or a number counts no more; the key says which of them. */
  ENDED,
  /** Whether and why an item is not there any more. */
  REMOVAL,
  /** Whether a page waits in the bin; the key is the item from which it was taken. */
  PAGE_REMOVAL;

  /** The word in the registry and on the wire, for example {@code file-number}. */
  public String word() {
    return Words.of(this);
  }
}
