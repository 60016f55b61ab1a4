package io.huodang.custody.web;

import io.huodang.custody.TrackRow;
import io.huodang.web.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** Items with their two tracks as CSV for spreadsheets. */
final class TrackCsv {
  private static final List<String> HEADINGS =
      List.of("file-number", "title", "date", "paper", "location", "image", "pages", "id");

  private final CsvWriter out;

  TrackCsv(Writer out) throws IOException {
    this.out = new CsvWriter(out, HEADINGS);
  }

  void write(TrackRow row) {
    try {
      out.write(
          List.of(
              Objects.toString(row.fileNumber(), ""),
              Objects.toString(row.title(), ""),
              Objects.toString(row.date(), ""),
              row.track().paper(),
              Objects.toString(row.track().location(), ""),
              row.track().image(),
              Integer.toString(row.pageCount()),
              row.id().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
