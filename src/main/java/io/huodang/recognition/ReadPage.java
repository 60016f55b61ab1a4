package io.huodang.recognition;

import io.huodang.recognition.image.InkRuns;
import io.huodang.recognition.image.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page as it was read, with the way back to the master's pixels. */
public final class ReadPage {
  private final String engine;
  private final StraightPage straight;
  private final Placement placement;
  private final List<Area> cells;
  private final List<ReadLine> lines;
  private final Filter filter;

  ReadPage(String engine, StraightPage straight, List<ReadLine> lines, Filter filter) {
    this.engine = engine;
    this.straight = straight;
    this.placement = straight.placement();
    this.cells = straight.layout().cells();
    this.lines = List.copyOf(lines);
    this.filter = filter;
  }

  /** The picture that was read. */
  StraightPage straight() {
    return straight;
  }

  /** How lines were prepared for the engine. */
  public Filter filter() {
    return filter;
  }

  /** What was done to it before. */
  public Preparation preparation() {
    return Preparation.of(straight, filter);
  }

  /** Degrees clockwise that make the master upright: 0, 90, 180, 270. */
  public int rotation() {
    return placement.rotation();
  }

  /** Degrees by which the upright page leans, clockwise positive. */
  public double skew() {
    return placement.skew();
  }

  /** Width of the straightened page, pixels. */
  public int width() {
    return placement.width();
  }

  /** Height of the straightened page, pixels. */
  public int height() {
    return placement.height();
  }

  /** The ruled cells, in pixels of the straightened page. */
  public List<Area> cells() {
    return cells;
  }

  /** What was read, in reading order. */
  public List<ReadLine> lines() {
    return lines;
  }

  /** Nothing is written on it. */
  public boolean blank() {
    return lines.isEmpty() && cells.isEmpty();
  }

  /** The mean of all characters, 0 to 1; 0 when there are none. */
  public double confidence() {
    return lines.stream()
        .flatMap(line -> line.glyphs().stream())
        .mapToDouble(Glyph::confidence)
        .average()
        .orElse(0);
  }

  /**
   * How many Chinese characters at least stand in a line between two places, by their ink; 0 where
   * the file told the line.
   */
  public int fewestCharacters(ReadLine line, int left, int right) {
    return part(line, left, right)
        .map(part -> InkRuns.fewestCharacters(straight.gray(), part, split(), height(line)))
        .orElse(0);
  }

  /** The same where nothing but digits stands. */
  public int fewestDigits(ReadLine line, int left, int right) {
    return part(line, left, right)
        .map(part -> InkRuns.fewestDigits(straight.gray(), part, split()))
        .orElse(0);
  }

  /** Whether the digits there stand as a hand writes them. */
  public boolean isWritten(ReadLine line, int left, int right) {
    return part(line, left, right)
        .filter(part -> InkRuns.isWritten(straight.gray(), part))
        .isPresent();
  }

  private static Optional<Area> part(ReadLine line, int left, int right) {
    return line.isPrinted() || left >= right
        ? Optional.empty()
        : Optional.of(new Area(left, line.area().top(), right, line.area().bottom()));
  }

  private int height(ReadLine line) {
    return straight.layout().strips().get(line.strip()).textHeight();
  }

  private int split() {
    return straight.clean().split();
  }

  /** Where an area of the straightened page lies on the master. */
  public Box toMaster(Area area) {
    Area there = placement.toMaster(area);
    return new Box(there.left(), there.top(), there.width(), there.height());
  }

  /** Words with boxes in the master's pixels. */
  public PageText text() {
    return new PageText(engine, lines.stream().map(this::textLine).toList());
  }

  private TextLine textLine(ReadLine line) {
    List<Word> words = new ArrayList<>();
    List<Glyph> word = new ArrayList<>();
    for (Glyph glyph : line.glyphs()) {
      if (glyph.startsWord() && !word.isEmpty()) {
        words.add(word(word));
        word.clear();
      }
      word.add(glyph);
    }
    if (!word.isEmpty()) {
      words.add(word(word));
    }
    return new TextLine(words);
  }

  private Word word(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    Area area = glyphs.getFirst().area();
    double confidence = 0;
    for (Glyph glyph : glyphs) {
      text.append(glyph.text());
      area = area.and(glyph.area());
      confidence += glyph.confidence();
    }
    return new Word(text.toString(), toMaster(area), confidence / glyphs.size());
  }
}
