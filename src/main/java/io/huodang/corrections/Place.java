package io.huodang.corrections;

import io.huodang.catalog.PageVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a value stands on the upright picture of a page, in parts of its width and height (0 to 1),
 * so that it is found on a picture of any size.
 *
 * @param position of the page in the item, from 1
 */
public record Place(
    UUID pageId, int position, double left, double top, double width, double height) {

  /** Where a box of the master is; empty when it has no size. */
  public static Optional<Place> of(
      UUID pageId, int position, PageVersion version, List<Integer> box) {
    return of(pageId, position, version.width(), version.height(), version.rotation(), box);
  }

  /**
   * Where a box is on a page that was perhaps turned since.
   *
   * @param width of the page in which the box is told, pixels
   * @param height of that page, pixels
   * @param rotation of the picture on which it is looked for: 0, 90, 180, 270
   */
  public static Optional<Place> of(
      UUID pageId, int position, int width, int height, int rotation, List<Integer> box) {
    if (box.size() != 4 || box.get(2) <= 0 || box.get(3) <= 0) {
      return Optional.empty();
    }
    double x = (double) box.get(0) / width;
    double y = (double) box.get(1) / height;
    double w = (double) box.get(2) / width;
    double h = (double) box.get(3) / height;
    return Optional.of(
        switch (rotation) {
          case 90 -> new Place(pageId, position, 1 - y - h, x, h, w);
          case 180 -> new Place(pageId, position, 1 - x - w, 1 - y - h, w, h);
          case 270 -> new Place(pageId, position, y, 1 - x - w, h, w);
          default -> new Place(pageId, position, x, y, w, h);
        });
  }
}
