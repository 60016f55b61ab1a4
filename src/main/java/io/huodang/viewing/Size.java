package io.huodang.viewing;

import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** How large a page's picture is wanted. */
public enum Size {
  /** 240 pixels wide. */
  THUMB,
  /** At most 2000 pixels high. */
  SCREEN,
  /** Every pixel, upright. */
  FULL;

  /** The word in the registry and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word on the wire.
   *
   * @throws Refusal {@code unknown-size}
   */
  public static Size of(String word) {
    return Arrays.stream(values())
        .filter(size -> size.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown-size", "A size is thumb, screen or full."));
  }
}
