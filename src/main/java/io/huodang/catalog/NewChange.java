package io.huodang.catalog;

import io.huodang.audit.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to change.
 *
 * @param kind countable, for example {@code edit-field}
 * @param by who
 * @param user the same, as the registry knows users
 * @param why in the words of that person, null when nothing was said
 * @param edits what is to be set, in order
 * @param seen the revisions of the items that the person saw; another revision stops the change
 */
public record NewChange(
    String kind,
    Actor by,
    UUID user,
    @Nullable String why,
    List<Edit> edits,
    Map<UUID, Long> seen) {

  public NewChange {
    edits = List.copyOf(edits);
    seen = Map.copyOf(seen);
  }
}
