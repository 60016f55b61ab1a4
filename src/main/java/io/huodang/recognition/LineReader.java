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
  private static final double READ_WELL = 0.9;
  private static final double GAP_IN_HEIGHTS = 0.6;

  private final Tesseract engine;

  LineReader(Tesseract engine) {
    this.engine = engine;
  }

  /** The glyphs of a strip, in pixels of the straightened page. */
  List<Glyph> read(StraightPage page, Strip strip, Filter filter) {
    int margin = margin(page, filter);
    int gap = gap(strip);
    Gray drawn = strip.draw(page.gray(), margin, gap);
    Gray small = small(filter.apply(drawn, page.clean().grain()), strip, filter);
    double ratio = (double) drawn.width() / small.width();
    List<Glyph> glyphs = new ArrayList<>();
    for (Symbol symbol : engine.read(small, filter.layout())) {
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

  /** The same, tried in another way where the engine is not sure. */
  List<Glyph> readWell(StraightPage page, Strip strip, Filter filter) {
    List<Glyph> glyphs = read(page, strip, filter);
    double confidence = confidence(glyphs);
    if (confidence >= READ_WELL) {
      return glyphs;
    }
    List<Glyph> others = read(page, strip, filter.other());
    return confidence(others) > confidence ? others : glyphs;
  }

  private static double confidence(List<Glyph> glyphs) {
    return glyphs.stream().mapToDouble(Glyph::confidence).average().orElse(0);
  }

  /**
   * How sure the engine is of the Chinese in some strips, mean, 0 to 1. Digits do not count: many
   * stay digits upside down.
   */
  double confidence(StraightPage page, List<Strip> strips, boolean upsideDown) {
    return strips.stream()
        .map(strip -> prepared(page, strip, Filter.SMOOTHED))
        .map(line -> upsideDown ? Turn.quarters(line, 180) : line)
        .flatMap(line -> engine.read(line, Tesseract.Layout.RAW).stream())
        .filter(symbol -> Character.isIdeographic(symbol.text().codePointAt(0)))
        .mapToDouble(Symbol::confidence)
        .average()
        .orElse(0);
  }

  private static Gray prepared(StraightPage page, Strip strip, Filter filter) {
    Gray drawn = strip.draw(page.gray(), margin(page, filter), gap(strip));
    return small(filter.apply(drawn, page.clean().grain()), strip, filter);
  }

  private static int margin(StraightPage page, Filter filter) {
    return (int) Math.round(filter.margin() * page.clean().grain());
  }

  private static int gap(Strip strip) {
    return (int) Math.round(GAP_IN_HEIGHTS * strip.textHeight());
  }

  private static Gray small(Gray line, Strip strip, Filter filter) {
    double scale = Math.min(1, filter.readHeight() / strip.textHeight());
    return Scale.toSize(
        line,
        Math.max(1, (int) Math.round(line.width() * scale)),
        Math.max(1, (int) Math.round(line.height() * scale)));
  }
}
