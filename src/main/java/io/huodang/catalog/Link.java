package io.huodang.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that an item is about a person.
 *
 * @param id its own
 * @param itemId the item
 * @param personId the person
 * @param role in what part the person stands on the form
 * @param pageId of a list row, else null
 * @param row of a list form, else null
 * @param state a proposed link is shown as such and never as certain
 * @param margin 0 to 1: how far ahead of the next candidate
 * @param evidence what spoke for it, as JSON
 * @param revision raised by every change: the value of {@code If-Match}
 * @param decision of a person, null when the program alone spoke
 */
public record Link(
    UUID id,
    UUID itemId,
    UUID personId,
    Role role,
    @Nullable UUID pageId,
    @Nullable Integer row,
    State state,
    double margin,
    String evidence,
    long revision,
    @Nullable Decision decision) {

  /**
   * What a person decided.
   *
   * @param by the user
   * @param name as colleagues call the person
   * @param at when
   * @param reason in the words of that person, null when nothing was said
   */
  public record Decision(UUID by, String name, Instant at, @Nullable String reason) {}

  /** In what part a person stands on a form. */
  public enum Role {
    SUBJECT,
    RELATIVE,
    LIST_ROW,
    HANDLER
  }

  /** How certain it is. */
  public enum State {
    PROPOSED,
    CONFIRMED,
    REJECTED
  }
}
