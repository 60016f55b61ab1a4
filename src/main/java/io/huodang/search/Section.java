package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.vocabulary.Refusal;
import java.util.Locale;

/** In what to search. */
public enum Section {
  PEOPLE,
  ITEMS,
  TEXT;

  /** The word on the wire. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word on the wire. */
  @JsonCreator
  public static Section of(String word) {
    for (Section section : values()) {
      if (section.word().equals(word)) {
        return section;
      }
    }
    throw new Refusal("unknown-section", "Search in people, items or text.");
  }
}
