package io.huodang.corrections.web;

import io.huodang.catalog.ListRow;
import io.huodang.vocabulary.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a part of a list's rows begins: behind a row, {@code PAGE.ROW}. */
final class RowCursor {
  private RowCursor() {}

  static String written(ListRow row) {
    return row.pageId() + "." + row.number();
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws Refusal {@code bad-cursor}
   */
  static @Nullable ListRow parse(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return null;
    }
    int dot = written.lastIndexOf('.');
    try {
      return new ListRow(
          UUID.fromString(written.substring(0, Math.max(0, dot))),
          Integer.parseInt(written.substring(dot + 1)));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          "bad-cursor", "A cursor is what the part of the list before gave as next.", e);
    }
  }
}
