package io.huodang.recognition;

import io.huodang.recognition.engine.Symbol;
import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Scale;
import io.huodang.recognition.image.Turn;
import io.huodang.recognition.layout.Strip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads strips of a page with a warm engine. */
final class LineReader {
  private static final double READ_WELL = 0.9;
  private static final double GAP_IN_HEIGHTS = 0.6;

  private final Tesseract engine;

  /** What was read once, to tell which way is up or in the first place, is not read again. */
  private final Map<Strip, Map<Filter, List<Glyph>>> known = new IdentityHashMap<>();

  private long engineNanos;
  private int readings;

  LineReader(Tesseract engine) {
    this.engine = engine;
  }

  /** Begins a new page: what was read of the last one is forgotten. */
  void forget() {
    known.clear();
    engineNanos = 0;
    readings = 0;
  }

  /** Nanoseconds of a processor that the engine took for this page. */
  long engineNanos() {
    return engineNanos;
  }

  /** How often the engine was shown a line of this page. */
  int readings() {
    return readings;
  }

  private List<Symbol> show(Gray line, Filter filter) {
    long start = Effort.nanosOfThisThread();
    List<Symbol> symbols = engine.read(line, filter.layout());
    engineNanos += Effort.nanosOfThisThread() - start;
    readings++;
    return symbols;
  }

  /** The glyphs of a strip, in pixels of the straightened page. */
  List<Glyph> read(StraightPage page, Strip strip, Filter filter) {
    return known
        .computeIfAbsent(strip, _ -> new EnumMap<>(Filter.class))
        .computeIfAbsent(filter, _ -> readNow(page, strip, filter));
  }

  private List<Glyph> readNow(StraightPage page, Strip strip, Filter filter) {
    int margin = margin(page, filter);
    int gap = gap(strip);
    Gray drawn = strip.draw(page.gray(), margin, gap);
    Gray small = small(filter.apply(drawn, page.clean().grain()), strip.textHeight(), filter);
    double ratioX = (double) drawn.width() / small.width();
    double ratioY = (double) drawn.height() / small.height();
    List<Glyph> glyphs = new ArrayList<>();
    for (Symbol symbol : show(small, filter)) {
      Area area =
          new Area(
              (int) (symbol.left() * ratioX),
              (int) (symbol.top() * ratioY),
              (int) Math.ceil(symbol.right() * ratioX),
              (int) Math.ceil(symbol.bottom() * ratioY));
      glyphs.add(
          new Glyph(
              symbol.text(),
              strip.onPage(area, margin, gap),
              symbol.confidence(),
              symbol.startsWord()));
    }
    return GlyphRow.ordered(glyphs, strip.textHeight());
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

  /** What stands in a strip when the page is turned upside down; its places mean nothing. */
  List<Glyph> readUpsideDown(StraightPage page, Strip strip) {
    Filter filter = Filter.SMOOTHED;
    Gray drawn = Turn.quarters(strip.draw(page.gray(), margin(page, filter), gap(strip)), 180);
    Gray line = small(filter.apply(drawn, page.clean().grain()), strip.textHeight(), filter);
    Area nowhere = new Area(0, 0, 0, 0);
    return show(line, filter).stream()
        .map(symbol -> new Glyph(symbol.text(), nowhere, symbol.confidence(), symbol.startsWord()))
        .toList();
  }

  private static int margin(StraightPage page, Filter filter) {
    return (int) Math.round(filter.margin() * page.clean().grain());
  }

  private static int gap(Strip strip) {
    return (int) Math.round(GAP_IN_HEIGHTS * strip.textHeight());
  }

  private static Gray small(Gray line, int textHeight, Filter filter) {
    double scale = Math.min(1, filter.readHeight() / textHeight);
    return Scale.toSize(
        line,
        Math.max(1, (int) Math.round(line.width() * scale * filter.breadth())),
        Math.max(1, (int) Math.round(line.height() * scale)));
  }
}
