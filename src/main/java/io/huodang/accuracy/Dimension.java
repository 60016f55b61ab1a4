package io.huodang.accuracy;

import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What decided values are grouped by; the page's damage among it, as far as the page tells. */
public enum Dimension {
  /** Every value is in the one group {@code all}. */
  ALL,
  /** The item's document type. */
  TYPE,
  /** How sure the reading was. */
  CONFIDENCE,
  /** Who delivered: {@code hall}, {@code employer}, {@code vendor}. */
  SOURCE,
  /** The batch, by its id. */
  BATCH,
  /** How wide edges between ink and paper are. */
  SHARPNESS,
  /** Bilevel, grey or colour. */
  TONE,
  /** Dots an inch. */
  RESOLUTION,
  /** By how much the page leant. */
  SKEW,
  /** Whether the page had to be turned. */
  ROTATION,
  /** Scanner or camera. */
  CAPTURE,
  /** How much of the page is red: seals and stamps. */
  SEAL,
  /** How much dust was taken out. */
  DUST,
  /** How the value was read. */
  METHOD,
  /** Which engine read it. */
  ENGINE;

  /** The word of SQL and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dimension of that word.
   *
   * @throws Refusal {@code unknown-dimension}
   */
  public static Dimension of(String word) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refusal("unknown-dimension", "Values are not grouped by such a thing."));
  }
}
