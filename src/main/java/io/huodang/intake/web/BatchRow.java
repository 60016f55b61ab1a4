package io.huodang.intake.web;

import io.huodang.intake.Batch;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;

/** A batch as screens show it. */
public record BatchRow(Batch batch) {

  public UUID id() {
    return batch.id();
  }

  public String title() {
    return batch.title();
  }

  public String source() {
    return batch.source().name().toLowerCase(Locale.ROOT);
  }

  public String state() {
    return batch.state().name().toLowerCase(Locale.ROOT);
  }

  /** In the time zone of the agency's machine. */
  public ZonedDateTime openedAt() {
    return batch.createdAt().atZone(ZoneId.systemDefault());
  }

  /** How much can be found or never will be, 0 to 1. */
  public double share() {
    int total = batch.pages().total();
    return total == 0
        ? 0
        : Math.min(1, (double) (batch.pages().findable() + batch.pages().quarantined()) / total);
  }

  /** A count by its name in the batch's document, for example {@code pages.findable}. */
  public int count(String name) {
    return switch (name) {
      case "files.received" -> batch.files().received();
      case "files.opened" -> batch.files().opened();
      case "files.quarantined" -> batch.files().quarantined();
      case "pages.total" -> batch.pages().total();
      case "pages.recognised" -> batch.pages().recognised();
      case "pages.linked" -> batch.pages().linked();
      case "pages.findable" -> batch.pages().findable();
      case "pages.flagged" -> batch.pages().flagged();
      case "pages.quarantined" -> batch.pages().quarantined();
      case "people" -> batch.people();
      default -> throw new IllegalArgumentException("No count of a batch is called " + name);
    };
  }
}
