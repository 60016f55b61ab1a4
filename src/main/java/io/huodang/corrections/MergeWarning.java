package io.huodang.corrections;

import java.util.Locale;

/** What speaks against two persons being one; who merges them all the same says why. */
public enum MergeWarning {
  /** Each has a citizen ID, and no number is the same. */
  CITIZEN_IDS_DIFFER,
  /** They were born on different days. */
  BIRTH_DATES_DIFFER,
  /** One is a man, one is a woman. */
  SEXES_DIFFER,
  /** No name of the one is a name of the other. */
  NAMES_DIFFER,
  /** Both surely stand on the same item, in different rows or parts. */
  ON_ONE_ITEM,
  /** A person said that they are two. */
  SAID_APART;

  /** The word on the wire and of the screens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
