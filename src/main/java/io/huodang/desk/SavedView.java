package io.huodang.desk;

import io.huodang.search.SearchRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search that someone keeps under a name.
 *
 * @param name unique among one user's
 * @param query as it was typed; never a whole citizen ID
 * @param category only items of it; null: any
 * @param track only items on it, as {@link SearchRequest} names it; null: any
 */
public record SavedView(
    UUID id,
    String name,
    String query,
    @Nullable UUID category,
    @Nullable String track,
    Instant createdAt) {

  /** What is looked for stays out of logs. */
  @Override
  public String toString() {
    return "SavedView[" + id + "]";
  }
}
