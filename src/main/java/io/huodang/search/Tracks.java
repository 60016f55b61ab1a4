package io.huodang.search;

import io.huodang.catalog.Item;
import org.jspecify.annotations.Nullable;

/**
 * The paper and the image of an item, as calls and screens show them.
 *
 * @param paper {@code in-store out missing none unknown}
 * @param location path of the paper's storage location, null when unknown
 * @param image {@code none taken-in confirmed certified}
 */
public record Tracks(String paper, @Nullable String location, String image) {

  /** Those of an item. */
  public static Tracks of(Item item) {
    return new Tracks(Track.word(item.paper()), item.location(), Track.word(item.image()));
  }
}
