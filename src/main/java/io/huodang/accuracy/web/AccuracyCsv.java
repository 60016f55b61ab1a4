package io.huodang.accuracy.web;

import io.huodang.accuracy.Figure;
import io.huodang.web.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Figures as CSV for spreadsheets: a row for each group and field. */
final class AccuracyCsv {
  private static final List<String> HEADINGS =
      List.of(
          "by",
          "group",
          "name",
          "field",
          "decided",
          "right",
          "wrong",
          "missed",
          "invented",
          "illegible",
          "error-rate",
          "low-95",
          "high-95");

  private final CsvWriter out;

  AccuracyCsv(Writer out) throws IOException {
    this.out = new CsvWriter(out, HEADINGS);
  }

  /**
   * @param name what the group is called
   */
  void write(Figure figure, String name) throws IOException {
    out.write(
        List.of(
            figure.dimension().word(),
            figure.group(),
            name,
            figure.field(),
            Integer.toString(figure.decided()),
            Integer.toString(figure.right()),
            Integer.toString(figure.wrong()),
            Integer.toString(figure.missed()),
            Integer.toString(figure.invented()),
            Integer.toString(figure.illegible()),
            share(figure.rate()),
            share(figure.low()),
            share(figure.high())));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
