package io.huodang.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first in each section.
 *
 * @param understood how the query was taken
 * @param degraded null, or one sentence on what is missing from this answer and why
 * @param cutShort whether the registry, in the index's stead, took too long to look for all of it
 * @param tookMs milliseconds
 */
public record SearchResult(
    Understood understood,
    List<PersonHit> people,
    List<ItemHit> items,
    List<TextHit> text,
    @Nullable String degraded,
    boolean cutShort,
    long tookMs) {

  public SearchResult {
    people = List.copyOf(people);
    items = List.copyOf(items);
    text = List.copyOf(text);
  }
}
