package io.huodang.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of a list form (一表多人).
 *
 * @param pageId on which page
 * @param number on that page, from 1
 */
public record ListRow(UUID pageId, int number) {

  public ListRow {
    if (number < 1) {
      throw new IllegalArgumentException("Rows are counted from 1: " + number);
    }
  }

  /** The row in which a link says that someone stands, or empty. */
  public static Optional<ListRow> of(Link link) {
    UUID page = link.pageId();
    Integer row = link.row();
    return page == null || row == null ? Optional.empty() : Optional.of(new ListRow(page, row));
  }

  /** Links by the row in which they say that someone stands; of those that say none, none. */
  public static Map<ListRow, List<Link>> linksByRow(Collection<Link> links) {
    Map<ListRow, List<Link>> byRow = new HashMap<>();
    for (Link link : links) {
      of(link).ifPresent(row -> byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(link));
    }
    return byRow;
  }

  /** Whether a link says who stands in this row. */
  public boolean isOf(Link link) {
    return pageId.equals(link.pageId()) && Integer.valueOf(number).equals(link.row());
  }
}
