package io.huodang.recognition;

import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Turn;
import io.huodang.recognition.layout.Strip;
import java.nio.file.Path;
import java.util.List;

/** Leaves what recognition saw as pictures, for a person who asks why something was misread. */
public final class Stages {
  private static final int BLUE = 0x0072B2;
  private static final int VERMILION = 0xD55E00;
  private static final int PURPLE = 0x8F4A78;

  private Stages() {}

  /**
   * Writes six pictures: {@code -1-delivered} in its colours, {@code -2-clean} as it lay on the
   * scanner, {@code -3-straight}, {@code -4-grid} (ruled cells, numbered), {@code -5-lines} (what
   * is read as one line, numbered in reading order, on the page without its ruled lines) and {@code
   * -6-characters} (each in the colour of its confidence).
   *
   * @param stem a path without ending: the pictures are named by it
   */
  public static void write(Picture picture, ReadPage page, Path stem) {
    StraightPage straight = page.straight();
    Gray ruled = ruled(straight);
    Sketch.upright(picture, 0).write(file(stem, "1-delivered"));
    Sketch.on(straight.clean().gray()).write(file(stem, "2-clean"));
    Sketch.on(ruled).write(file(stem, "3-straight"));
    grid(ruled, page.cells()).write(file(stem, "4-grid"));
    lines(straight).write(file(stem, "5-lines"));
    characters(straight, page.lines()).writeWithLegend(file(stem, "6-characters"));
  }

  /** The file of a stage or a value. */
  public static Path file(Path stem, String name) {
    return stem.resolveSibling(stem.getFileName() + "-" + name + ".jpg");
  }

  /** The straight page while its ruled lines still stood on it. */
  private static Gray ruled(StraightPage page) {
    Gray upright = Turn.quarters(page.clean().gray(), page.placement().rotation());
    double skew = page.placement().skew();
    return skew == 0 ? upright : Turn.straighten(upright, skew);
  }

  private static Sketch grid(Gray page, List<Area> cells) {
    Sketch sketch = Sketch.on(page);
    for (int i = 0; i < cells.size(); i++) {
      Box cell = box(cells.get(i));
      sketch.fill(cell, i % 2 == 0 ? BLUE : PURPLE, 0.12).outline(cell, BLUE, 3);
    }
    for (int i = 0; i < cells.size(); i++) {
      sketch.number(Integer.toString(i + 1), inside(box(cells.get(i))), BLUE);
    }
    return sketch;
  }

  private static Sketch lines(StraightPage page) {
    Sketch sketch = Sketch.on(page.gray());
    List<Strip> strips = page.layout().strips();
    for (int i = 0; i < strips.size(); i++) {
      int colour = i % 2 == 0 ? VERMILION : PURPLE;
      strips.get(i).pieces().forEach(piece -> sketch.outline(box(piece), colour, 2));
      sketch.number(Integer.toString(i + 1), box(strips.get(i).pieces().getFirst()), colour);
    }
    return sketch;
  }

  private static Sketch characters(StraightPage page, List<ReadLine> lines) {
    Sketch sketch = Sketch.on(page.gray());
    for (ReadLine line : lines) {
      for (Glyph glyph : line.glyphs()) {
        Sureness sureness = Sureness.of(glyph.confidence());
        Box box = box(glyph.area());
        sketch.fill(box, sureness.colour(), 0.4);
        sketch.outline(box, sureness.colour(), sureness == Sureness.SURE ? 1 : 3);
      }
    }
    return sketch;
  }

  private static Box box(Area area) {
    return new Box(area.left(), area.top(), area.width(), area.height());
  }

  /** Where a cell's number stands within it. */
  private static Box inside(Box cell) {
    return new Box(cell.x() + cell.width(), cell.y(), cell.width(), cell.height());
  }
}
