package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
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

  /** A reason and how well it fits, as the name of a clause in a query. */
  record Match(Why why, double score) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Elasticsearch reports only the last of clauses with one name, so no two have the same. */
    static String name(Why why, double score) {
      return why.name() + "~" + score + "~" + NUMBER.incrementAndGet();
    }

    /** The strongest of the clauses that a hit was found by. */
    static Why strongest(Collection<String> names) {
      return names.stream()
          .map(Match::of)
          .max(Comparator.comparingDouble(Match::score))
          .map(Match::why)
          .orElse(NEAR_MISS);
    }

    private static Match of(String name) {
      String[] parts = name.split("~", 3);
      return new Match(Why.valueOf(parts[0]), Double.parseDouble(parts[1]));
    }
  }
}
