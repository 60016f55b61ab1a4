package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.vocabulary.Refusal;
import java.util.Locale;

/** Which of the two tracks, paper and image, an item stands on. */
public enum Track {
  PAPER_ONLY,
  IMAGE_ONLY,
  BOTH,
  /** The paper that belongs to an image is missing, or the image that belongs to a paper. */
  MISMATCH;

  /** The word on the wire, for example {@code paper-only}. */
  @JsonValue
  public String word() {
    return word(this);
  }

  /** How the registry and the wire spell a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the word on the wire. */
  @JsonCreator
  public static Track of(String word) {
    for (Track track : values()) {
      if (track.word().equals(word)) {
        return track;
      }
    }
    throw new Refusal("unknown-track", "A track is paper-only, image-only, both or mismatch.");
  }
}
