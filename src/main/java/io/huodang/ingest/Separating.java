package io.huodang.ingest;

import io.huodang.catalog.Pages;
import io.huodang.catalog.Pages.Leaf;
import io.huodang.vocabulary.SeparatorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which pages become one item where separator sheets stand between them. */
final class Separating {
  private final List<Run> runs = new ArrayList<>();
  private int sheets;

  /**
   * Pages that are one item.
   *
   * @param fileNumber as the sheet before them says, null when it says none
   * @param pages in order, at least one
   */
  record Run(@Nullable String fileNumber, List<UUID> pages) {}

  /** Adds the pages of a folder, in order; no item reaches over its end. */
  void add(List<Pages.Leaf> leaves) {
    String fileNumber = null;
    List<UUID> pages = new ArrayList<>();
    for (Leaf leaf : leaves) {
      SeparatorCode separator = leaf.separator();
      if (separator == null) {
        pages.add(leaf.page());
        continue;
      }
      sheets++;
      close(fileNumber, pages);
      fileNumber = separator.fileNumber();
      pages = new ArrayList<>();
    }
    close(fileNumber, pages);
  }

  private void close(@Nullable String fileNumber, List<UUID> pages) {
    if (!pages.isEmpty()) {
      runs.add(new Run(fileNumber, List.copyOf(pages)));
    }
  }

  /** The items to be made, in order. */
  List<Run> runs() {
    return runs;
  }

  /** How many separator sheets there were. */
  int sheets() {
    return sheets;
  }
}
