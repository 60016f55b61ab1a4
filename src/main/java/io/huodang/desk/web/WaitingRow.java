package io.huodang.desk.web;

import io.huodang.desk.Pile;
import io.huodang.desk.Waiting;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** One thing that waits, as a screen shows it. */
public record WaitingRow(Pile pile, Waiting waiting) {

  /** Where something can be done about it. */
  public String path() {
    return switch (pile) {
      case PROPOSED_LINKS, HELD_ITEMS -> "/items/" + waiting.opens();
      case QUARANTINED_FILES, FLAGGED_FILES, WATCHED_FILES, BATCHES ->
          "/batches/" + waiting.opens();
    };
  }

  /** Where a person says that it was seen to; null where that cannot be said. */
  public @Nullable String settle() {
    return switch (pile) {
      case QUARANTINED_FILES, FLAGGED_FILES -> "/files/" + waiting.id() + "/settle";
      case WATCHED_FILES ->
          "/batches/" + waiting.opens() + "/watched-files/" + waiting.id() + "/dismiss";
      case PROPOSED_LINKS, HELD_ITEMS, BATCHES -> null;
    };
  }

  /** In the time zone of the agency's machine. */
  public ZonedDateTime since() {
    return waiting.since().atZone(ZoneId.systemDefault());
  }
}
