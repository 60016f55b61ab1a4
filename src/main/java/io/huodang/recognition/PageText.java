package io.huodang.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read on a page: costly to make, so it is kept as data beside the master.
 *
 * @param engine which engine and trained data read it, for example {@code tesseract 5.5.2 chi_sim}
 * @param lines in reading order
 */
public record PageText(String engine, List<TextLine> lines) {

  public PageText {
    lines = List.copyOf(lines);
  }

  /** The lines joined by line feeds. */
  public String text() {
    return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }
}
