package io.huodang.catalog;

import java.util.Set;
import java.util.UUID;

/**
 * A person changed what speaks for who stands in rows of a list: these must be decided again, and
 * the hundreds beside them need not. Published in the transaction.
 */
public record RowsUndecided(UUID itemId, Set<ListRow> rows) {
  public RowsUndecided {
    rows = Set.copyOf(rows);
  }
}
