package io.huodang.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV (RFC 4180) for spreadsheets: a cell that a spreadsheet would take for a formula is
 * made a text.
 */
public final class CsvWriter {
  private static final String BYTE_ORDER_MARK = "\uFEFF"; // By it Excel knows UTF-8.

  private final Writer out;

  public CsvWriter(Writer out, List<String> headings) throws IOException {
    this.out = out;
    out.write(BYTE_ORDER_MARK);
    write(headings);
  }

  /** Writes a row. */
  public void write(List<String> cells) throws IOException {
    out.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  /** A cell that cannot be mistaken for a formula or for two cells. */
  static String cell(String text) {
    String plain =
        !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return plain.matches("[A-Za-z0-9.:_-]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }
}
