package io.huodang.oversight.web;

import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180) for spreadsheets: a cell that a spreadsheet would take for a formula is
 * made a text.
 */
final class AuditCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF"; // By it Excel knows UTF-8.

  private final Writer out;

  AuditCsv(Writer out) throws IOException {
    this.out = out;
    out.write(BYTE_ORDER_MARK);
    write(
        List.of(
            "seq",
            "at",
            "who",
            "role",
            "address",
            "action",
            "outcome",
            "subject",
            "subject-id",
            "purpose",
            "case-number",
            "detail",
            "id"));
  }

  void write(AuditRow row) {
    AuditEntry entry = row.entry();
    try {
      write(
          List.of(
              Long.toString(row.seq()),
              row.at().toString(),
              entry.actor().name(),
              entry.actor().role(),
              text(entry.actor().address()),
              entry.action(),
              entry.outcome().name().toLowerCase(Locale.ROOT),
              text(entry.subjectKind()),
              text(entry.subjectId()),
              text(entry.purpose()),
              text(entry.caseNumber()),
              entry.detail().entrySet().stream()
                  .map(one -> one.getKey() + "=" + one.getValue())
                  .collect(Collectors.joining("; ")),
              row.id().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell that cannot be mistaken for a formula or for two cells. */
  static String cell(String text) {
    String plain =
        !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return plain.matches("[A-Za-z0-9.:_-]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }

  private void write(List<String> cells) throws IOException {
    out.write(cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
