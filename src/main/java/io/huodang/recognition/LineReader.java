package io.huodang.recognition;

import io.huodang.recognition.engine.Symbol;
import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Scale;
import io.huodang.recognition.image.Turn;
import io.huodang.recognition.layout.Strip;
import java.util.ArrayList;
import java.util.List;

/** Reads strips of a page with a warm engine. */
final class LineReader {
  private static final double READ_HEIGHT = 24;
  private static final double MARGIN = 12;
  private static final double GAP_IN_HEIGHTS = 0.6;

  private final Tesseract engine;

  LineReader(Tesseract engine) {
    this.engine = engine;
  }

  /** The glyphs of a strip, in pixels of the straightened page. */
  List<Glyph> read(StraightPage page, Strip strip, Filter filter) {
    int margin = (int) Math.round(MARGIN * page.clean().grain());
    int gap = (int) Math.round(GAP_IN_HEIGHTS * strip.textHeight());
    Gray drawn = strip.draw(page.gray(), margin, gap);
    Gray small = small(filter.apply(drawn, page.clean().grain()), strip);
    double ratio = (double) drawn.width() / small.width();
    List<Glyph> glyphs = new ArrayList<>();
    for (Symbol symbol : engine.read(small, Tesseract.Layout.LINE)) {
      Area area =
          new Area(
              (int) (symbol.left() * ratio),
              (int) (symbol.top() * ratio),
              (int) Math.ceil(symbol.right() * ratio),
              (int) Math.ceil(symbol.bottom() * ratio));
      glyphs.add(
          new Glyph(
              symbol.text(),
              strip.onPage(area, margin, gap),
              symbol.confidence(),
              symbol.startsWord()));
    }
    return glyphs;
  }

  /** How sure the engine is of a strip that is turned upside down first: mean, 0 to 1. */
  double confidenceUpsideDown(StraightPage page, Strip strip, Filter filter) {
    int margin = (int) Math.round(MARGIN * page.clean().grain());
    int gap = (int) Math.round(GAP_IN_HEIGHTS * strip.textHeight());
    Gray drawn = Turn.quarters(strip.draw(page.gray(), margin, gap), 180);
    Gray small = small(filter.apply(drawn, page.clean().grain()), strip);
    return engine.read(small, Tesseract.Layout.LINE).stream()
        .mapToDouble(Symbol::confidence)
        .average()
        .orElse(0);
  }

  private static Gray small(Gray line, Strip strip) {
    double scale = Math.min(1, READ_HEIGHT / strip.textHeight());
    return Scale.toSize(
        line,
        Math.max(1, (int) Math.round(line.width() * scale)),
        Math.max(1, (int) Math.round(line.height() * scale)));
  }
}
