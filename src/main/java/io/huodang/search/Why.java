package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

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
  BIRTH_DATE(240),
  EMPLOYER(200),
  TITLE(150),
  /** The storage location of the paper. */
  LOCATION(145),
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
   * A reason and how well it fits, as the name of a clause in a query.
   *
   * @param key which key of the question it answers, {@link #NO_KEY} where that is not asked
   */
  record Match(Why why, double score, int key) {
    static final int NO_KEY = -1;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Elasticsearch reports only the last of clauses with one name, so no two have the same. */
    String name() {
      return why.name() + "~" + score + "~" + key + "~" + NUMBER.incrementAndGet();
    }

    static Match of(String name) {
      String[] parts = name.split("~", 4);
      return new Match(
          Why.valueOf(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
    }

    static Match stronger(Match one, Match other) {
      return one.score > other.score
              || (one.score == other.score && one.why.compareTo(other.why) <= 0)
          ? one
          : other;
    }
  }
}
