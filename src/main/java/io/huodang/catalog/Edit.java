package io.huodang.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a change sets.
 *
 * @param aspect what is set
 * @param subject of what: an item, a link, a page, a person
 * @param key which of several, for example a field; empty when there is one only
 * @param before what it was; null: nothing
 * @param after what it is set to; null: nothing
 */
public record Edit(
    Aspect aspect, UUID subject, String key, @Nullable String before, @Nullable String after) {

  /** What is wanted; what it was is found out when it is done. */
  public static Edit of(Aspect aspect, UUID subject, String key, @Nullable String after) {
    return new Edit(aspect, subject, key, null, after);
  }

  /** An item's pages, in order. */
  public static Edit arrangement(UUID item, List<UUID> pages) {
    return of(Aspect.ARRANGEMENT, item, "", ArrangementEditor.written(pages));
  }

  Edit from(@Nullable String found) {
    return new Edit(aspect, subject, key, found, after);
  }

  Edit reversed() {
    return new Edit(aspect, subject, key, after, before);
  }

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return aspect.word() + " of " + subject;
  }
}
