package io.huodang.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person changed.
 *
 * @param id its own
 * @param kind countable, for example {@code edit-field}
 * @param by who, as colleagues call the person
 * @param byId the user
 * @param at when
 * @param why in the words of that person, null when nothing was said
 * @param undoes the change that it took back, null when it took none back
 * @param undoneBy the change that took it back, null while it stands
 * @param edits what was set, in order
 */
public record Change(
    UUID id,
    String kind,
    String by,
    UUID byId,
    Instant at,
    @Nullable String why,
    @Nullable UUID undoes,
    @Nullable UUID undoneBy,
    List<Edit> edits) {

  public Change {
    edits = List.copyOf(edits);
  }
}
