package io.huodang.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it may be told to whoever may see its items: citizen IDs are masked.
 *
 * @param undoes the change that it took back, null when it took none back
 * @param undoneBy the change that took it back, null while it stands
 */
public record ToldChange(
    UUID id,
    String kind,
    String by,
    Instant at,
    @Nullable String why,
    @Nullable UUID undoes,
    @Nullable UUID undoneBy,
    List<ToldEdit> edits) {

  public ToldChange {
    edits = List.copyOf(edits);
  }

  /**
   * One thing that was set.
   *
   * @param aspect what, for example {@code field}
   * @param key which of several, empty when there is one only
   * @param before null: nothing
   * @param after null: nothing
   */
  public record ToldEdit(
      String aspect, UUID subject, String key, @Nullable String before, @Nullable String after) {}
}
