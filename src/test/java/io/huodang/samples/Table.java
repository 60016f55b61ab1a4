package io.huodang.samples;

import java.util.ArrayList;
import java.util.List;

/** A ruled table: each row is as wide as the table and stands below the last one. */
public final class Table {
  private final Sheet sheet;
  private final int left;
  private final int width;
  private int y;

  Table(Sheet sheet, int left, int top, int width) {
    this.sheet = sheet;
    this.left = left;
    this.width = width;
    this.y = top;
  }

  /** Where the next row begins. */
  public int bottom() {
    return y;
  }

  /** A row of cells. */
  public Table row(int height, Cell... cells) {
    double all = 0;
    for (Cell cell : cells) {
      all += cell.weight();
    }
    double before = 0;
    for (Cell cell : cells) {
      int from = left + (int) Math.round(width * before / all);
      before += cell.weight();
      int to = left + (int) Math.round(width * before / all);
      box(from, to, height);
      fill(cell, from, to, height);
      sheet.note(cell.entries().toArray(Entry[]::new));
    }
    y += height;
    return this;
  }

  /** A row of short texts that share the width by weights. */
  public Table row(int height, double[] weights, Entry... entries) {
    Cell[] cells = new Cell[entries.length];
    for (int i = 0; i < entries.length; i++) {
      cells[i] = Cell.of(entries[i]).wide(weights[i]);
    }
    return row(height, cells);
  }

  /** A label, and a box for each character of a value. */
  public Table boxes(int height, double labelShare, String label, Entry value) {
    int from = left + (int) (width * labelShare);
    box(left, from, height);
    fill(Cell.label(label), left, from, height);
    sheet.note(Entry.label(label));
    int[] characters = value.text().codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int boxLeft = from + (left + width - from) * i / characters.length;
      int boxRight = from + (left + width - from) * (i + 1) / characters.length;
      box(boxLeft, boxRight, height);
      Entry one =
          new Entry(Character.toString(characters[i]), value.kind(), value.field(), value.truth());
      fill(Cell.of(one), boxLeft, boxRight, height);
    }
    sheet.note(value);
    y += height;
    return this;
  }

  private void box(int from, int to, int height) {
    sheet.rule();
    sheet.pen().drawRect(from, y, to - from, height);
  }

  private void fill(Cell cell, int from, int to, int height) {
    int size = sheet.look().size();
    int margin = size / 3;
    Flow flow = new Flow(sheet, sheet.look().label(), size, false);
    switch (cell.setting()) {
      case STACKED ->
          flow.stacked(cell.entries().getFirst(), (from + to) / 2, y + margin, y + height - margin);
      case TOP_LEFT ->
          flow.between(
              from + margin,
              to - margin,
              from + margin + 2 * size,
              y + size + margin,
              cell.entries());
      case LEFT, CENTRED -> fit(cell, from, to, height);
    }
  }

  /** On one line where it fits, smaller where that helps, else on two. */
  private void fit(Cell cell, int from, int to, int height) {
    int room = to - from - sheet.look().size() / 2;
    int size = sheet.look().size();
    Flow flow = new Flow(sheet, sheet.look().label(), size, false);
    while (flow.width(cell.entries()) > room && size > sheet.look().size() * 3 / 4) {
      size--;
      flow = new Flow(sheet, sheet.look().label(), size, false);
    }
    double wide = flow.width(cell.entries());
    if (wide <= room) {
      int x =
          cell.setting() == Cell.Setting.LEFT
              ? from + size / 3
              : (int) (from + (to - from - wide) / 2);
      flow.between(x, Integer.MAX_VALUE, x, y + height / 2 + size * 3 / 8, cell.entries());
      return;
    }
    broken(cell, from, to, height, size * 5 / 6);
  }

  private void broken(Cell cell, int from, int to, int height, int size) {
    Flow flow = new Flow(sheet, sheet.look().label(), size, false);
    int room = to - from - size / 2;
    int lines = (int) Math.ceil(flow.width(cell.entries()) / (room - size));
    int step = Math.min(flow.lineHeight(), height / Math.max(2, lines));
    List<List<Entry>> rows = new ArrayList<>();
    Entry entry = cell.entries().getFirst();
    int length = entry.text().length();
    for (int i = 0; i < lines; i++) {
      int begin = length * i / lines;
      int end = length * (i + 1) / lines;
      rows.add(
          List.of(
              new Entry(
                  entry.text().substring(begin, end), entry.kind(), entry.field(), entry.truth())));
    }
    int baseline = y + height / 2 - step * (lines - 1) / 2 + size * 3 / 8;
    for (List<Entry> row : rows) {
      int x = (int) (from + (to - from - flow.width(row)) / 2);
      flow.between(x, Integer.MAX_VALUE, x, baseline, row);
      baseline += step;
    }
  }
}
