package io.huodang.catalog;

import io.huodang.vocabulary.Lane;
import java.util.List;
import java.util.UUID;

/**
 * Many items changed at once, in nothing that was read on them; published in the transaction.
 *
 * @param lane how urgently they are to be found
 */
public record ItemsChanged(List<UUID> itemIds, Lane lane) {
  public ItemsChanged {
    itemIds = List.copyOf(itemIds);
  }
}
