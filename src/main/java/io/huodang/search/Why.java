package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Why something was found, the strongest reason first: this is the order of ranking. */
public enum Why {
  CITIZEN_ID(1000),
  INSURED_NUMBER(900),
  FILE_NUMBER(870),
  IDENTIFIER(850),
  NAME(800),
  FORMER_NAME(700),
  NAME_VARIANT(600),
  PINYIN(400),
  INITIALS(300),
  ID_PART(250),
  EMPLOYER(200),
  TITLE(150),
  /** One character or digit is another than was asked for. */
  NEAR_MISS(100);

  private final int score;

  Why(int score) {
    this.score = score;
  }

  /** The score of a full match for this reason; a partial match has a little less. */
  int score() {
    return score;
  }

  /** The word on the wire, for example {@code former-name}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The strongest of the reasons that a hit was found for; what follows a tilde is a shade of one.
   */
  static Why strongest(List<String> matched) {
    return matched.stream()
        .map(name -> name.split("~")[0])
        .map(word -> Why.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
        .min(Enum::compareTo)
        .orElse(NEAR_MISS);
  }
}
