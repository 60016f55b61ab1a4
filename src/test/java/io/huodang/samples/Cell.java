package io.huodang.samples;

import java.util.List;

/**
 * A cell of a ruled table.
 *
 * @param weight its share of the row's width
 */
public record Cell(List<Entry> entries, double weight, Setting setting) {

  /** How the text stands in the cell. */
  public enum Setting {
    CENTRED,
    LEFT,
    /** From the top, with a margin: long text. */
    TOP_LEFT,
    /** Character below character. */
    STACKED
  }

  /** A printed label. */
  public static Cell label(String text) {
    return new Cell(List.of(Entry.label(text)), 1, Setting.CENTRED);
  }

  /** A label whose characters stand below each other. */
  public static Cell stacked(String text) {
    return new Cell(List.of(Entry.label(text)), 0.32, Setting.STACKED);
  }

  /** Something that was filled in. */
  public static Cell of(Entry entry) {
    return new Cell(List.of(entry), 1.4, Setting.CENTRED);
  }

  /** Something that was filled in and is nothing that is looked for. */
  public static Cell of(String text) {
    return of(Entry.filled(text));
  }

  /** Long text, from the top. */
  public static Cell text(Entry... entries) {
    return new Cell(List.of(entries), 1.4, Setting.TOP_LEFT);
  }

  /** Of another width. */
  public Cell wide(double weight) {
    return new Cell(entries, weight, setting);
  }

  /** Set to the left. */
  public Cell left() {
    return new Cell(entries, weight, Setting.LEFT);
  }
}
