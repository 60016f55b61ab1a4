package io.huodang.accuracy;

import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What decided values are grouped by; the page's damage among it, as far as the page tells. */
public enum Dimension {
  /** Every value is in the one group {@code all}. */
  ALL,
  /** The item's document type. */
  TYPE,
  /** How sure the reading was. */
  CONFIDENCE("sure", "likely", "fair", "doubtful", "poor"),
  /** Who delivered: {@code hall}, {@code employer}, {@code vendor}. */
  SOURCE,
  /** The batch, by its id. */
  BATCH,
  /** How wide edges between ink and paper are. */
  SHARPNESS("sharp", "soft", "blurred"),
  /** How dark its ink is. */
  INK("dark", "pale", "faint"),
  /** How the page was scanned. */
  TONE("bilevel", "grey", "colour"),
  /** Dots an inch. */
  RESOLUTION("low", "medium", "usual", "high"),
  /** By how much the page leant. */
  SKEW("straight", "slight", "strong"),
  /** Whether the page had to be turned. */
  ROTATION("upright", "lying", "upside-down"),
  /** Scanner or camera. */
  CAPTURE("scanner", "camera"),
  /** How much of the page is red: seals and stamps. */
  SEAL("none", "some", "much"),
  /** How much dust was taken out. */
  DUST("clean", "some", "much"),
  /** How the value was read. */
  METHOD,
  /** Which engine read it. */
  ENGINE;

  private final List<String> bands;

  Dimension(String... bands) {
    this.bands = List.of(bands);
  }

  /** Its groups in their natural order; none where there is no such order. */
  public List<String> bands() {
    return bands;
  }

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
