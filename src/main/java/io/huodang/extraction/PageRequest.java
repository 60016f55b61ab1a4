package io.huodang.extraction;

import java.nio.file.Path;
import java.util.Set;

/**
 * Read one page of one file.
 *
 * @param file the delivered bytes
 * @param page from 1
 * @param output an existing directory for the derivatives
 * @param derivatives which kinds to make: {@code thumb}, {@code screen}, {@code full}
 * @param read whether to read the text; false only makes the pictures
 * @param rotation degrees clockwise that a person set, or -1 to find out
 */
public record PageRequest(
    Path file, int page, Path output, Set<String> derivatives, boolean read, int rotation) {

  public PageRequest {
    derivatives = Set.copyOf(derivatives);
  }
}
