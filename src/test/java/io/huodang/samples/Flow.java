package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Sets text character by character, printed or as by hand, and breaks it at the right. */
final class Flow {
  private final Sheet sheet;
  private final Face face;
  private final int size;
  private final boolean bold;

  Flow(Sheet sheet, Face face, int size, boolean bold) {
    this.sheet = sheet;
    this.face = face;
    this.size = size;
    this.bold = bold;
  }

  int lineHeight() {
    return (int) (size * 1.75);
  }

  double width(List<Entry> entries) {
    return entries.stream()
        .mapToDouble(
            entry ->
                entry.text().codePoints().mapToDouble(c -> advance(c, hand(entry))).sum()
                    + 2 * margin(entry))
        .sum();
  }

  void centred(String text, int middle, int baseline) {
    List<Entry> entries = List.of(Entry.label(text));
    int left = (int) (middle - width(entries) / 2);
    between(left, Integer.MAX_VALUE, left, baseline, entries);
  }

  /**
   * Sets entries one behind the other.
   *
   * @param first where the first line begins
   * @return the baseline of the last line
   */
  int between(int left, int right, int first, int baseline, List<Entry> entries) {
    double x = first;
    int y = baseline;
    for (Entry entry : entries) {
      double begin = x;
      int line = y;
      x += margin(entry);
      for (int c : entry.text().codePoints().toArray()) {
        double advance = advance(c, hand(entry));
        if (x + advance > right && x > left) {
          underline(entry, begin, x, line);
          x = left;
          begin = left;
          y += lineHeight();
          line = y;
        }
        Rectangle ink = glyph(c, x, y, entry);
        if (!Character.isWhitespace(c)) {
          sheet.place(entry, ink);
        }
        x += advance;
      }
      x += margin(entry);
      underline(entry, begin, x, line);
    }
    return y;
  }

  /** One character below the other, around the middle of an area. */
  void stacked(Entry entry, int middle, int top, int bottom) {
    int[] characters = entry.text().codePoints().toArray();
    int step = Math.min((int) (size * 1.5), (bottom - top) / (characters.length + 1));
    int y = (top + bottom) / 2 - step * (characters.length - 1) / 2 + size * 3 / 8;
    for (int c : characters) {
      glyph(c, middle - size / 2.0, y, entry);
      y += step;
    }
  }

  private boolean hand(Entry entry) {
    return sheet.look().byHand() && entry.kind() != Entry.Kind.PRINTED;
  }

  private int margin(Entry entry) {
    return entry.kind() == Entry.Kind.UNDERLINED ? size / 2 : 0;
  }

  private Face faceOf(Entry entry) {
    return entry.kind() == Entry.Kind.PRINTED ? face : sheet.look().value();
  }

  private double advance(int c, boolean hand) {
    Font font = hand ? sheet.look().hand().font(c, size * 9 / 8, false) : face.font(c, size, bold);
    return font.getStringBounds(Character.toString(c), sheet.pen().getFontRenderContext())
        .getWidth();
  }

  private Rectangle glyph(int c, double x, double y, Entry entry) {
    boolean hand = hand(entry);
    Font font =
        hand ? sheet.look().hand().font(c, size * 9 / 8, false) : faceOf(entry).font(c, size, bold);
    Graphics2D pen = sheet.pen();
    GlyphVector glyph = font.createGlyphVector(pen.getFontRenderContext(), Character.toString(c));
    Shape outline = glyph.getOutline();
    Color colour = hand ? sheet.look().ink() : sheet.look().print();
    AffineTransform move = AffineTransform.getTranslateInstance(x, y);
    if (hand) {
      move.concatenate(wobble(outline.getBounds2D().getCenterX()));
    }
    Shape placed = move.createTransformedShape(outline);
    pen.setColor(colour);
    pen.fill(placed);
    if (hand) {
      pen.setStroke(new BasicStroke((float) sheet.draw().between(0.4, 1.1)));
      pen.draw(placed);
    }
    return placed.getBounds();
  }

  /** No two characters of a hand are alike. */
  private AffineTransform wobble(double middle) {
    Draw draw = sheet.draw();
    AffineTransform wobble =
        AffineTransform.getTranslateInstance(middle + draw.around(2), draw.around(size / 22.0));
    wobble.rotate(Math.toRadians(draw.around(2.5)));
    wobble.shear(draw.around(0.06) - 0.08, 0);
    double scale = 1 + draw.around(0.05);
    wobble.scale(scale, scale * (1 + draw.around(0.04)));
    wobble.translate(-middle, 0);
    return wobble;
  }

  private void underline(Entry entry, double from, double to, int baseline) {
    if (entry.kind() == Entry.Kind.UNDERLINED) {
      sheet.rule();
      sheet.pen().drawLine((int) from, baseline + size / 4, (int) to, baseline + size / 4);
    }
  }
}
