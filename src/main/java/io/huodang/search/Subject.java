package io.huodang.search;

import java.util.UUID;

/**
 * Something whose documents must be brought up to date.
 *
 * @param kind what it is
 * @param id its id in the registry
 * @param revision raised by every change: the external version of its documents, so that a late
 *     write never covers a newer one
 */
public record Subject(Kind kind, UUID id, long revision) {

  /** What a subject is. */
  public enum Kind {
    /** An item with its pages. */
    ITEM,
    PERSON
  }
}
