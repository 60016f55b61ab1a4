package io.huodang.recognition;

import io.huodang.recognition.layout.Strip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The characters that a file tells of a page, laid into the lines that the page shows. What no line
 * shows, for example red print, becomes lines of its own.
 */
final class PrintedText {
  /** The number of a line's strip when it was not read from one. */
  static final int NO_STRIP = -1;

  /** A strip of which characters cover less than this holds more than they say. */
  private static final double MOSTLY = 0.4;

  private static final double NEW_WORD_IN_HEIGHTS = 0.4;
  private static final double NEW_LINE_IN_HEIGHTS = 1.5;

  private final List<Glyph> left = new ArrayList<>();

  private PrintedText() {}

  /** The characters of a page that stands upright, for pixels so much smaller than the page's. */
  static PrintedText of(List<PrintedGlyph> printed, double shrink) {
    PrintedText text = new PrintedText();
    boolean startsWord = false;
    for (PrintedGlyph glyph : printed) {
      if (glyph.text().isBlank()) {
        startsWord = true;
      } else {
        text.left.add(new Glyph(glyph.text(), area(glyph.box(), shrink), 1, startsWord));
        startsWord = false;
      }
    }
    return text;
  }

  private static Area area(Box box, double shrink) {
    int left = (int) Math.floor(box.x() / shrink);
    int top = (int) Math.floor(box.y() / shrink);
    return new Area(
        left,
        top,
        Math.max(left + 1, (int) Math.ceil((box.x() + box.width()) / shrink)),
        Math.max(top + 1, (int) Math.ceil((box.y() + box.height()) / shrink)));
  }

  /** Takes the characters that stand in a strip; none when they are only a small part of it. */
  List<Glyph> take(Strip strip) {
    List<List<Glyph>> inPieces = new ArrayList<>();
    List<Glyph> taken = new ArrayList<>();
    int covered = 0;
    int wide = 0;
    for (Area piece : strip.pieces()) {
      Area around =
          piece.grown(strip.textHeight() / 4, Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2);
      List<Glyph> here = new ArrayList<>();
      for (Glyph glyph : left) {
        if (around.contains(glyph.area().middleX(), glyph.area().middleY())
            && !taken.contains(glyph)) {
          here.add(glyph);
          taken.add(glyph);
          covered += Math.min(glyph.area().width(), piece.width());
        }
      }
      here.sort(Comparator.comparingInt(glyph -> glyph.area().left()));
      inPieces.add(here);
      wide += piece.width();
    }
    if (covered < MOSTLY * wide) {
      return List.of();
    }
    left.removeAll(taken);
    return spaced(inPieces.stream().flatMap(List::stream).toList());
  }

  /** Whoever sets type wide apart begins a word, though the file has no space there. */
  private static List<Glyph> spaced(List<Glyph> line) {
    List<Glyph> spaced = new ArrayList<>();
    for (Glyph glyph : line) {
      Glyph before = spaced.isEmpty() ? null : spaced.getLast();
      boolean starts =
          before != null
              && !(isChinese(before) && isChinese(glyph))
              && (glyph.startsWord()
                  || glyph.area().left() - before.area().right()
                      > NEW_WORD_IN_HEIGHTS * glyph.area().height());
      spaced.add(new Glyph(glyph.text(), glyph.area(), glyph.confidence(), starts));
    }
    return spaced;
  }

  private static boolean isChinese(Glyph glyph) {
    return Character.isIdeographic(glyph.text().codePointAt(0));
  }

  /** Lines of what was not taken, from top to bottom. */
  List<ReadLine> rest(List<Area> cells) {
    List<ReadLine> lines = new ArrayList<>();
    List<Glyph> waiting = new ArrayList<>(left);
    waiting.sort(
        Comparator.<Glyph>comparingInt(glyph -> glyph.area().middleY())
            .thenComparingInt(glyph -> glyph.area().left()));
    while (!waiting.isEmpty()) {
      Area first = waiting.getFirst().area();
      List<Glyph> row =
          waiting.stream()
              .filter(glyph -> glyph.area().sharedHeight(first) * 2 > first.height())
              .sorted(Comparator.comparingInt(glyph -> glyph.area().left()))
              .toList();
      waiting.removeAll(row);
      addLines(row, cells, lines);
    }
    return lines;
  }

  private static void addLines(List<Glyph> row, List<Area> cells, List<ReadLine> lines) {
    List<Glyph> line = new ArrayList<>();
    int cell = NO_STRIP;
    for (Glyph glyph : row) {
      int here = cellOf(glyph, cells);
      boolean goesOn =
          !line.isEmpty()
              && here == cell
              && glyph.area().left() - line.getLast().area().right()
                  < NEW_LINE_IN_HEIGHTS * glyph.area().height();
      if (!goesOn && !line.isEmpty()) {
        lines.add(line(line, cell));
        line.clear();
      }
      cell = here;
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(line(line, cell));
    }
  }

  private static ReadLine line(List<Glyph> glyphs, int cell) {
    Area area = glyphs.stream().map(Glyph::area).reduce(Area::and).orElseThrow();
    return new ReadLine(area, cell, spaced(glyphs), NO_STRIP);
  }

  private static int cellOf(Glyph glyph, List<Area> cells) {
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cells.get(cell).contains(glyph.area().middleX(), glyph.area().middleY())) {
        return cell;
      }
    }
    return NO_STRIP;
  }
}
