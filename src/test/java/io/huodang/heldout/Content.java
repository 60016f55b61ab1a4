package io.huodang.heldout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page, as the browser tells it after it has laid the page out.
 *
 * @param boxes where the values of the fields stand: x, y, width, height in the picture's pixels
 * @param marks where names and numbers stand, those of a list's rows too
 * @param problems what does not fit where it should stand
 */
record Content(
    Map<String, String> fields,
    Map<String, int[]> boxes,
    List<ListedPerson> people,
    List<int[]> marks,
    List<String> lines,
    List<String> problems) {

  /** A row of a list, the first one 1. */
  record ListedPerson(
      int row, String personName, String citizenId, @Nullable String insuredNumber) {}
}
