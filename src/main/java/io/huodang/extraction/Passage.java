package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.Glyph;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in one ruled cell, or one line outside of cells.
 *
 * @param area the cell, or the line
 * @param ruled whether it is a cell
 * @param lines none in an empty cell
 * @param text one character of text for each entry of {@code glyphs}
 * @param glyphs the glyph that each character comes from
 */
record Passage(Area area, boolean ruled, List<ReadLine> lines, String text, List<Glyph> glyphs) {
  private static final int DIFFERENT_IN_SENTENCE = 10;

  /** All cells, empty ones too, and all free lines, in reading order. */
  static List<Passage> of(ReadPage page) {
    Map<Object, List<ReadLine>> grouped = new LinkedHashMap<>();
    for (ReadLine line : page.lines()) {
      Object key = line.cell() >= 0 ? (Object) line.cell() : line;
      grouped.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }
    List<Passage> passages = new ArrayList<>();
    for (List<ReadLine> lines : grouped.values()) {
      int cell = lines.getFirst().cell();
      passages.add(
          of(cell >= 0 ? page.cells().get(cell) : lines.getFirst().area(), cell >= 0, lines));
    }
    for (int cell = 0; cell < page.cells().size(); cell++) {
      if (!grouped.containsKey(cell)) {
        passages.add(of(page.cells().get(cell), true, List.of()));
      }
    }
    return passages;
  }

  /**
   * All lines outside of cells as one running text, for values that break at the end of a line. Its
   * area is that of the lines that may be sentences; stamps and dirt lie beside it.
   */
  static Passage letter(ReadPage page) {
    List<ReadLine> free = page.lines().stream().filter(line -> line.cell() < 0).toList();
    Area area =
        free.stream()
            .filter(Passage::maybeSentence)
            .map(ReadLine::area)
            .reduce(Area::and)
            .orElse(new Area(0, 0, 0, 0));
    return of(area, false, free);
  }

  private static boolean maybeSentence(ReadLine line) {
    return line.glyphs().stream().map(Glyph::text).distinct().count() >= DIFFERENT_IN_SENTENCE;
  }

  private static Passage of(Area area, boolean ruled, List<ReadLine> lines) {
    StringBuilder text = new StringBuilder();
    List<Glyph> glyphs = new ArrayList<>();
    for (ReadLine line : lines) {
      for (Glyph glyph : line.glyphs()) {
        text.append(glyph.text());
        for (int i = 0; i < glyph.text().length(); i++) {
          glyphs.add(glyph);
        }
      }
    }
    return new Passage(area, ruled, List.copyOf(lines), text.toString(), List.copyOf(glyphs));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The paper before a character, in heights of a character; 0 where it begins another line. */
  double gapBefore(int at) {
    Area last = glyphs.get(at - 1).area();
    Area next = glyphs.get(at).area();
    return breaksBefore(at)
        ? 0
        : (next.left() - last.right()) / (double) Math.max(last.height(), next.height());
  }

  /** Whether a character begins another line than the one before it. */
  boolean breaksBefore(int at) {
    return glyphs.get(at - 1).area().sharedHeight(glyphs.get(at).area()) <= 0;
  }

  /** Whether a line ends at the right edge and goes on at the left one, as sentences do. */
  boolean wrapsBefore(int at) {
    Area last = glyphs.get(at - 1).area();
    Area next = glyphs.get(at).area();
    int near = 4 * Math.max(last.height(), next.height());
    return breaksBefore(at)
        && area.right() - last.right() < near
        && next.left() - area.left() < near;
  }

  /** The rectangle around some of its characters. */
  Area areaOf(int from, int to) {
    return glyphs.subList(from, to).stream().map(Glyph::area).reduce(Area::and).orElse(area);
  }

  /** How sure the engine was of some of its characters. */
  double confidenceOf(int from, int to) {
    return glyphs.subList(from, to).stream().mapToDouble(Glyph::confidence).average().orElse(0);
  }
}
