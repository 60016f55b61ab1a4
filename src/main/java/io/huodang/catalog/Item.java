package io.huodang.catalog;

import io.huodang.access.Terms;
import io.huodang.vocabulary.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One form with its proofs: the unit that is catalogued, shown and audited.
 *
 * @param id its own
 * @param terms what decides who may see it
 * @param fileNumber 档号: opaque, unique, never changed; null until it has one
 * @param title printed heading or catalogued title, null when neither is known
 * @param documentType code, null when none fits
 * @param date of the document, null when unknown
 * @param state {@code HELD} waits for a person, with a reason
 * @param reason why it is held, else null
 * @param image how far the image track is
 * @param paper where the paper is
 * @param location path of the paper's storage location, null when unknown
 * @param version of the arrangement of its pages
 * @param revision raised by every change: the value of {@code If-Match}
 * @param pages page ids in order
 * @param links whom it is about, all states
 * @param names that were read on it and belong to nobody yet
 * @param identifiers of the item itself: case number, old numbers, and numbers read on it that
 *     belong to nobody yet
 */
public record Item(
    UUID id,
    Terms terms,
    @Nullable String fileNumber,
    @Nullable String title,
    @Nullable String documentType,
    @Nullable LocalDate date,
    State state,
    @Nullable Reason reason,
    ImageState image,
    PaperState paper,
    @Nullable String location,
    int version,
    long revision,
    List<UUID> pages,
    List<Link> links,
    List<Name> names,
    List<Identifier> identifiers) {

  public Item {
    pages = List.copyOf(pages);
    links = List.copyOf(links);
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
  }

  /** The same without whom it is about, for whoever may see the paper and not the people. */
  public Item withoutPeople() {
    return new Item(
        id,
        terms,
        fileNumber,
        title,
        documentType,
        date,
        state,
        reason,
        image,
        paper,
        location,
        version,
        revision,
        pages,
        List.of(),
        List.of(),
        List.of());
  }

  /** Where an item is in its life. */
  public enum State {
    OPEN,
    CLOSED,
    HELD,
    REMOVED
  }

  /** How far the image track is: 入库暂存, 核定, 验收. */
  public enum ImageState {
    NONE,
    TAKEN_IN,
    CONFIRMED,
    CERTIFIED
  }

  /** Where the paper is (实体状态). */
  public enum PaperState {
    IN_STORE,
    OUT,
    MISSING,
    NONE,
    UNKNOWN
  }
}
