package io.huodang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What clerks type, by what they have at hand; of a hundred queries so many are of each kind. */
public enum Kind {
  CITIZEN_ID(20),
  OLD_CITIZEN_ID(2),
  INSURED_NUMBER(10),
  NAME(24),
  FORMER_NAME(2),
  PINYIN(7),
  INITIALS(7),
  ID_PART(10),
  NAME_AND_YEAR(6),
  NEAR_NAME(3),
  NEAR_NUMBER(3),
  EMPLOYER(2),
  TEXT(4);

  private static final List<Kind> HUNDRED = hundred();

  private final int ofHundred;

  Kind(int ofHundred) {
    this.ofHundred = ofHundred;
  }

  private static List<Kind> hundred() {
    List<Kind> all = new ArrayList<>();
    for (Kind kind : values()) {
      all.addAll(Collections.nCopies(kind.ofHundred, kind));
    }
    return List.copyOf(all);
  }

  /** One of them, as often as it is typed. */
  static Kind any(Lot lot) {
    return lot.one(HUNDRED);
  }

  /** How tables name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
