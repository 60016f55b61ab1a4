package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is held of a link, as a change keeps it.
 *
 * @param state how certain
 * @param role in what part the person stands on the form
 * @param by the user who decided; null: the program, which may decide otherwise any time
 * @param reason in the words of that user, null when nothing was said
 */
public record LinkValue(
    Link.State state, Link.Role role, @Nullable UUID by, @Nullable String reason) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The text that stands in an {@link Edit}. */
  public String written() {
    return JSON.writeValueAsString(this);
  }

  /** Reads what {@link #written} wrote. */
  public static LinkValue parse(String written) {
    try {
      return JSON.readValue(written, LinkValue.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not what is held of a link", e);
    }
  }
}
