package io.huodang.viewing;

import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.Words;
import io.huodang.search.Tracks;
import io.huodang.vocabulary.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item on the wire.
 *
 * @param state {@code open}, {@code closed} or {@code held}
 * @param reason why it is held, else null
 * @param people whom it is about and who was not ruled out
 * @param pages page ids in order
 * @param files the file that it is, when that has no pages
 * @param revision the value of {@code If-Match}
 */
public record ItemDocument(
    UUID id,
    @Nullable String title,
    @Nullable String documentType,
    @Nullable String fileNumber,
    @Nullable LocalDate date,
    String state,
    @Nullable Reason reason,
    List<About> people,
    int pageCount,
    @Nullable UUID firstPageId,
    List<UUID> pages,
    List<DeliveredFile> files,
    Tracks track,
    int version,
    long revision) {

  /**
   * Someone whom the item is about.
   *
   * @param role {@code subject}, {@code relative}, {@code list-row} or {@code handler}
   * @param state {@code proposed} or {@code confirmed}
   * @param linkRevision the value of {@code If-Match} for the link
   */
  public record About(
      UUID id,
      @Nullable String name,
      UUID linkId,
      String role,
      String state,
      @Nullable Integer row,
      long linkRevision) {}

  /** What goes over the wire of an item with pages; names by person. */
  public static ItemDocument of(Item item, Map<UUID, String> names) {
    return of(item, names, List.of());
  }

  /** What goes over the wire of an item, and of the file that it is when that has no pages. */
  public static ItemDocument of(Item item, Map<UUID, String> names, List<DeliveredFile> files) {
    return new ItemDocument(
        item.id(),
        item.title(),
        item.documentType(),
        item.fileNumber(),
        item.date(),
        Words.of(item.state()),
        item.reason(),
        item.links().stream()
            .filter(link -> link.state() != Link.State.REJECTED)
            .map(link -> about(link, names))
            .toList(),
        item.pages().size(),
        item.pages().isEmpty() ? null : item.pages().getFirst(),
        item.pages(),
        files,
        Tracks.of(item),
        item.version(),
        item.revision());
  }

  private static About about(Link link, Map<UUID, String> names) {
    return new About(
        link.personId(),
        names.get(link.personId()),
        link.id(),
        Words.of(link.role()),
        Words.of(link.state()),
        link.row(),
        link.revision());
  }
}
