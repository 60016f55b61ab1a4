package io.huodang.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that was taken out of an item and waits in the bin, as a change keeps it.
 *
 * @param position where it stood in the item, from 1
 * @param at since when it waits
 * @param by who removed it
 * @param why in the words of that user, null when nothing was said
 */
public record PageRemoval(int position, Instant at, UUID by, @Nullable String why) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The text that stands in an {@link Edit}. */
  public String written() {
    return JSON.writeValueAsString(this);
  }

  /** Reads what {@link #written} wrote. */
  public static PageRemoval parse(String written) {
    try {
      return JSON.readValue(written, PageRemoval.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not what is held of a page's removal", e);
    }
  }
}
