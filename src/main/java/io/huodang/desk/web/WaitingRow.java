package io.huodang.desk.web;

import io.huodang.desk.Pile;
import io.huodang.desk.Waiting;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** One thing that waits, as a screen shows it. */
public record WaitingRow(Pile pile, Waiting waiting) {

  /** Where something can be done about it. */
  public String path() {
    return switch (pile) {
      case PROPOSED_LINKS, HELD_ITEMS -> "/items/" + waiting.opens();
      case QUARANTINED_FILES, FLAGGED_FILES, BATCHES -> "/batches/" + waiting.opens();
    };
  }

  /** Whether a person can say that it was seen to. */
  public boolean canSettle() {
    return pile == Pile.QUARANTINED_FILES || pile == Pile.FLAGGED_FILES;
  }

  /** In the time zone of the agency's machine. */
  public ZonedDateTime since() {
    return waiting.since().atZone(ZoneId.systemDefault());
  }
}
