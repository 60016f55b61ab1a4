package io.huodang.workers;

import io.huodang.vocabulary.SheetCorners;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one page.
 *
 * @param page from 1
 * @param derivatives which pictures to make: {@code thumb}, {@code screen}, {@code full}, {@code
 *     tiles}
 * @param rotation degrees clockwise that a person set, or -1 to find out
 * @param readText false only makes the pictures
 * @param separators whether the page may be a separator sheet, which is then not read
 * @param corners where the page's sheet lies in a photograph, null when the page is all of it
 */
public record PageOrder(
    int page,
    Set<String> derivatives,
    int rotation,
    boolean readText,
    boolean separators,
    @Nullable SheetCorners corners) {

  public PageOrder {
    derivatives = Set.copyOf(derivatives);
  }
}
