package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.catalog.Item;
import io.huodang.catalog.Words;
import io.huodang.vocabulary.Refusal;

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

  /**
   * Whether an item in these states is on this track; what {@link Clauses#on} asks of the index.
   */
  public boolean holds(Item.PaperState paperState, Item.ImageState imageState) {
    boolean image = imageState != Item.ImageState.NONE;
    boolean paper = paperState == Item.PaperState.IN_STORE || paperState == Item.PaperState.OUT;
    boolean missing = paperState == Item.PaperState.MISSING;
    return switch (this) {
      case PAPER_ONLY -> paper && !image;
      case IMAGE_ONLY -> image && !paper && !missing;
      case BOTH -> image && paper;
      case MISMATCH -> missing || !image && !paper;
    };
  }

  /** How the registry and the wire spell a constant. */
  static String word(Enum<?> constant) {
    return Words.of(constant);
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
