package io.huodang.corrections.web;

import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.corrections.ItemCorrection;
import io.huodang.corrections.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about an item as a whole.
 *
 * @param fileNumber null when the item has one already
 */
record DescriptionForm(
    String title, String documentType, String date, @Nullable String fileNumber) {

  /** Only what differs from what the item says is a correction. */
  ItemCorrection against(Item item, @Nullable String why) {
    List<Said> said = new ArrayList<>();
    differing(said, "title", item.title(), title);
    differing(said, "documentType", item.documentType(), documentType);
    differing(said, "documentDate", item.date() == null ? null : item.date().toString(), date);
    return new ItemCorrection(
        said, fileNumber == null || fileNumber.isBlank() ? null : fileNumber, null, why);
  }

  private static void differing(
      List<Said> said, String field, @Nullable String present, String typed) {
    if (!Objects.equals(present == null ? "" : present, typed.strip())) {
      said.add(Said.value(FieldKey.ofForm(field), typed));
    }
  }
}
