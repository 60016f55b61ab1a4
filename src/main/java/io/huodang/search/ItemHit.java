package io.huodang.search;

import io.huodang.catalog.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that was found.
 *
 * @param people whom it is about
 * @param track where its paper and its image are
 * @param why what the query hit, on the item or by a person whom it is about
 */
public record ItemHit(
    UUID id,
    @Nullable String title,
    @Nullable String documentType,
    @Nullable String fileNumber,
    @Nullable LocalDate date,
    List<About> people,
    int pageCount,
    @Nullable UUID firstPageId,
    Tracks track,
    Why why) {

  /**
   * Someone whom an item is about.
   *
   * @param state {@code proposed} or {@code confirmed}
   */
  public record About(UUID id, @Nullable String name, String state) {}

  static ItemHit of(Item item, Map<UUID, String> names, Why why) {
    return new ItemHit(
        item.id(),
        item.title() == null ? null : Masking.mask(item.title()),
        item.documentType(),
        item.fileNumber(),
        item.date(),
        item.links().stream()
            .filter(ItemDocument::counts)
            .map(
                link ->
                    new About(
                        link.personId(), names.get(link.personId()), Track.word(link.state())))
            .distinct()
            .toList(),
        item.pages().size(),
        item.pages().stream().findFirst().orElse(null),
        Tracks.of(item),
        why);
  }
}
