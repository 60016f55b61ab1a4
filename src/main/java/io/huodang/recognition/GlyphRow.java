package io.huodang.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the glyphs of one line in order: the engine gives their places only roughly, and now and
 * then reads one character twice.
 */
final class GlyphRow {
  /** Two characters take more room than this; less is one that was read twice. */
  private static final double WIDEST_ECHO = 1.25;

  private static final double NARROW = 0.7;

  private GlyphRow() {}

  /**
   * The glyphs, each ending where the next begins.
   *
   * @param textHeight of the line, pixels
   */
  static List<Glyph> ordered(List<Glyph> read, int textHeight) {
    List<Glyph> once = withoutEchoes(read, textHeight);
    List<Glyph> ordered = new ArrayList<>(once.size());
    for (int i = 0; i < once.size(); i++) {
      Glyph glyph = once.get(i);
      int left = glyph.area().left();
      int right = glyph.area().right();
      if (i + 1 < once.size() && isBehind(glyph, once.get(i + 1))) {
        int next = once.get(i + 1).area().left();
        right = Math.min(right, next);
        if (isChinese(glyph) && right - left < NARROW * textHeight) {
          right = Math.max(right, Math.min(next, left + textHeight));
        }
      }
      Area area = new Area(left, glyph.area().top(), right, glyph.area().bottom());
      ordered.add(new Glyph(glyph.text(), area, glyph.confidence(), glyph.startsWord()));
    }
    return ordered;
  }

  private static List<Glyph> withoutEchoes(List<Glyph> read, int textHeight) {
    List<Glyph> once = new ArrayList<>(read.size());
    for (Glyph glyph : read) {
      if (!once.isEmpty() && isEcho(once.getLast(), glyph, textHeight)) {
        Glyph first = once.removeLast();
        once.add(
            new Glyph(
                glyph.text(),
                first.area().and(glyph.area()),
                Math.min(first.confidence(), glyph.confidence()),
                first.startsWord()));
      } else {
        once.add(glyph);
      }
    }
    return once;
  }

  private static boolean isEcho(Glyph first, Glyph second, int textHeight) {
    return isChinese(first)
        && first.text().equals(second.text())
        && first.area().sharedHeight(second.area()) > 0
        && first.area().and(second.area()).width() < WIDEST_ECHO * textHeight;
  }

  /** In the same row; characters of a label from top to bottom are not. */
  private static boolean isBehind(Glyph first, Glyph next) {
    return next.area().left() > first.area().left()
        && first.area().sharedHeight(next.area()) * 2 > first.area().height();
  }

  private static boolean isChinese(Glyph glyph) {
    return Character.isIdeographic(glyph.text().codePointAt(0));
  }
}
