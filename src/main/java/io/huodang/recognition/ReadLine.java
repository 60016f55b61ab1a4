package io.huodang.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line as it was read, in its place on the straightened page.
 *
 * @param area pixels of the straightened page
 * @param cell number of the ruled cell that it stands in (index into {@link ReadPage#cells}), or -1
 * @param glyphs in reading order
 * @param strip number of the strip it was read from, by which it can be read again; -1 when the
 *     file told it
 */
public record ReadLine(Area area, int cell, List<Glyph> glyphs, int strip) {

  public ReadLine {
    glyphs = List.copyOf(glyphs);
  }

  /** Whether the file told it, and nobody had to read it. */
  public boolean isPrinted() {
    return strip == PrintedText.NO_STRIP;
  }

  /** The glyphs without space. */
  public String text() {
    return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
  }

  /** The mean of the glyphs, 0 to 1. */
  public double confidence() {
    return glyphs.stream().mapToDouble(Glyph::confidence).average().orElse(0);
  }
}
