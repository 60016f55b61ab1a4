package io.huodang.viewing;

import io.huodang.catalog.Item;
import io.huodang.catalog.Page;
import io.huodang.intake.ScanFile;
import java.util.List;

/**
 * A page that someone may see.
 *
 * @param file the delivered file in which it stands
 * @param items in which it stands, as far as the viewer may see them
 */
public record SeenPage(Page page, ScanFile file, List<Item> items) {

  public SeenPage {
    items = List.copyOf(items);
  }
}
