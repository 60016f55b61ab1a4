package io.huodang.oversight.web;

import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditRow;
import io.huodang.web.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of the audit as CSV for spreadsheets. */
final class AuditCsv {
  private static final List<String> HEADINGS =
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
          "id");

  private final CsvWriter out;

  AuditCsv(Writer out) throws IOException {
    this.out = new CsvWriter(out, HEADINGS);
  }

  void write(AuditRow row) {
    AuditEntry entry = row.entry();
    try {
      out.write(
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

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
