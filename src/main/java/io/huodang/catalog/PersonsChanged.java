package io.huodang.catalog;

import io.huodang.vocabulary.Lane;
import java.util.List;
import java.util.UUID;

/**
 * Many persons changed at once; published in the transaction.
 *
 * @param lane how urgently they are to be found
 */
public record PersonsChanged(List<UUID> personIds, Lane lane) {
  public PersonsChanged {
    personIds = List.copyOf(personIds);
  }
}
