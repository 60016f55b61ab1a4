package io.huodang.corrections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person puts right on an item.
 *
 * @param fields what stands in fields; title, document type and date among them
 * @param fileNumber 档号 for an item that has none; null: leave it
 * @param category id of a category of the item's fonds, empty for none; null: leave it
 * @param why in the words of that person, null when nothing is said
 */
public record ItemCorrection(
    List<Said> fields,
    @Nullable String fileNumber,
    @Nullable String category,
    @Nullable String why) {

  public ItemCorrection {
    fields = List.copyOf(fields);
  }
}
