package io.huodang.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why an item is not there any more, as a change keeps it.
 *
 * @param as {@code bin}: it waits there; {@code gone}: its time there is over; {@code merged}: its
 *     pages stand in another item; {@code unmade}: the split that made it does not stand
 * @param at since when
 * @param by who removed it
 * @param why in the words of that user, null when nothing was said
 * @param into the item that has its pages now, null unless it was merged
 */
public record Removal(String as, Instant at, UUID by, @Nullable String why, @Nullable UUID into) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The text that stands in an {@link Edit}. */
  public String written() {
    return JSON.writeValueAsString(this);
  }

  /** Reads what {@link #written} wrote. */
  public static Removal parse(String written) {
    try {
      return JSON.readValue(written, Removal.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not what is held of a removal", e);
    }
  }
}
