package io.huodang.viewing;

import io.huodang.catalog.Item;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What someone may take away on paper, and who, when and for what: permitted and on record.
 *
 * @param parts in order
 * @param who the name that people know and the account's
 * @param at in the time zone of the agency's machine
 * @param purpose in the words of whoever prints, null when none was given
 */
public record Print(List<Part> parts, String who, ZonedDateTime at, @Nullable String purpose) {

  public Print {
    parts = List.copyOf(parts);
  }

  /**
   * Pages that belong together.
   *
   * @param title for the list of contents, null when they have none
   */
  public record Part(@Nullable String title, List<SeenPage> pages) {

    public Part {
      pages = List.copyOf(pages);
    }

    /** An item's pages under its date and title. */
    static Part of(Item item, List<SeenPage> pages) {
      LocalDate date = item.date();
      String title =
          Stream.of(date, item.title(), item.fileNumber())
              .filter(Objects::nonNull)
              .map(Object::toString)
              .reduce((a, b) -> a + " " + b)
              .orElse(null);
      return new Part(title, pages);
    }
  }

  /** How many pages it has. */
  public int pageCount() {
    return parts.stream().mapToInt(part -> part.pages().size()).sum();
  }
}
