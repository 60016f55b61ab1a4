package io.huodang.corrections;

import java.util.Locale;

/** Why a person should look at a field. */
public enum Doubt {
  /** Such a form carries it, and nothing was read. */
  UNREAD,
  /** What was read is no value of its kind: a check character is wrong, a date does not exist. */
  UNSOUND,
  /** Something else is said of it: by the catalogue, by another page, by who bears the number. */
  DISPUTED,
  /** It was read with little confidence. */
  UNSURE;

  /** The word on the wire and of the screens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
