package io.huodang.corrections.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it stands in a history.
 *
 * @param undone whether it was taken back
 * @param lines the first of what was set
 * @param more how many were set beside those
 */
record HistoryRow(
    UUID id,
    String kind,
    String by,
    Instant at,
    @Nullable String why,
    boolean undone,
    List<Line> lines,
    int more) {

  /** What was set, in words. */
  record Line(String label, String before, String after) {}
}
