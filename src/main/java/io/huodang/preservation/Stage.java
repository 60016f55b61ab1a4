package io.huodang.preservation;

import java.util.Locale;

/** What a verification looks at, in this order. */
public enum Stage {
  /** Every delivered file: its bytes are those of its receipt. */
  MASTERS,
  /** What was read on every page. */
  PAGE_TEXTS,
  /** The descriptions from which the registry can be made again. */
  MANIFESTS,
  /** Pictures that can be made again. */
  PICTURES,
  /** What the vault keeps and no row names. */
  UNKNOWN,
  /** Persons, items and pages as the index has them. */
  INDEX,
  /** The chain of the record of who saw and changed what. */
  AUDIT,
  END;

  /** The word of SQL and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Stage ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Stage next() {
    return values()[ordinal() + 1];
  }
}
