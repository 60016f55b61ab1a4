package io.huodang.bench;

import java.util.Locale;

/** What clerks type, by what they have at hand. */
public enum Kind {
  CITIZEN_ID,
  OLD_CITIZEN_ID,
  INSURED_NUMBER,
  NAME,
  FORMER_NAME,
  PINYIN,
  INITIALS,
  ID_PART,
  NAME_AND_YEAR,
  NEAR_NAME,
  NEAR_NUMBER,
  EMPLOYER,
  TEXT;

  /** How tables name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
