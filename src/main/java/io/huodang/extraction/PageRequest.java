package io.huodang.extraction;

import io.huodang.vocabulary.SheetCorners;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Read one page of one file.
 *
 * @param file the delivered bytes
 * @param page from 1
 * @param output an existing directory for the derivatives
 * @param derivatives which kinds to make: {@code thumb}, {@code screen}, {@code full}, {@code
 *     tiles}
 * @param read whether to read the text; false only makes the pictures
 * @param rotation degrees clockwise that a person set, or -1 to find out
 * @param separators whether the page may be a separator sheet
 * @param corners where the page's sheet lies in a photograph, null when the page is all of it
 */
public record PageRequest(
    Path file,
    int page,
    Path output,
    Set<String> derivatives,
    boolean read,
    int rotation,
    boolean separators,
    @Nullable SheetCorners corners) {

  public PageRequest {
    derivatives = Set.copyOf(derivatives);
  }

  /** A page that is all of its picture. */
  public PageRequest(
      Path file, int page, Path output, Set<String> derivatives, boolean read, int rotation) {
    this(file, page, output, derivatives, read, rotation, false, null);
  }
}
