package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.search.NearNumbers.Slip;
import java.util.List;
import java.util.Locale;

/**
 * How a near miss differs from what was typed.
 *
 * @param in what differs
 * @param how in what way
 * @param value what stands in the registry; a citizen ID masked
 * @param at the characters of the value that are not as typed, in code points from 0; empty where
 *     they are hidden or cannot be told
 */
public record Difference(In in, How how, String value, List<Integer> at) {

  public Difference {
    at = List.copyOf(at);
  }

  /** What differs. */
  public enum In {
    NAME,
    CITIZEN_ID,
    INSURED_NUMBER;

    /** The word on the wire. */
    @JsonValue
    public String word() {
      return wordOf(this);
    }
  }

  /** In what way. */
  public enum How {
    LOOK_ALIKE,
    SAME_SOUND,
    SIMILAR_SOUND,
    EXCHANGED,
    OTHER,
    CHARACTER_LEFT_OUT,
    CHARACTER_TOO_MANY,
    DIGIT_WRONG,
    DIGIT_LEFT_OUT,
    DIGIT_DOUBLED,
    DIGITS_EXCHANGED;

    /** The word on the wire. */
    @JsonValue
    public String word() {
      return wordOf(this);
    }

    static How of(Slip slip) {
      return switch (slip) {
        case WRONG -> DIGIT_WRONG;
        case LEFT_OUT -> DIGIT_LEFT_OUT;
        case DOUBLED -> DIGIT_DOUBLED;
        case EXCHANGED -> DIGITS_EXCHANGED;
      };
    }
  }

  private static String wordOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
