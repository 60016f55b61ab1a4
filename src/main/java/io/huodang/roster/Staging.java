package io.huodang.roster;

import io.huodang.vocabulary.PersonName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies the lines of a roster beside the registry, where SQL can compare them. */
@Component
class Staging {
  /** Joins the values of a list; no roster has it. */
  private static final String JOIN = "\u001F";

  private static final int REMARKS_OF_A_CODE = 1_000;
  private static final int BUFFER = 1 << 16;
  private static final String COPY =
      """
      copy roster_line (line, key, name, folded, citizen_id, printed_id, id_kind, insured_numbers,
        social_cards, former_names, former_folded, sex, birth_date, employer, employer_folded,
        employer_number) from stdin
      """;

  private final JdbcClient jdbc;
  private final DataSource source;

  Staging(JdbcClient jdbc, DataSource source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /** Copies every line, in the caller's transaction, and keeps what is remarkable about them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fill(UUID importId, RosterFile roster) throws IOException {
    clear();
    Filling filling = new Filling();
    copy(roster, filling);
    jdbc.sql("analyze roster_line").update();
    keep(importId, filling.remarks);
    jdbc.sql(
            """
            update roster_import set lines = :lines, refused = :refused, unknown_headings = :unknown
            where id = :id
            """)
        .param("lines", filling.lines)
        .param("refused", filling.refused)
        .param("unknown", roster.unknownHeadings().toArray(String[]::new))
        .param("id", importId)
        .update();
    for (Map.Entry<String, Integer> count : filling.counts.entrySet()) {
      jdbc.sql(
              """
              update roster_import set remarks = remarks || jsonb_build_object(:code, cast(:count as int))
              where id = :id
              """)
          .param("code", count.getKey())
          .param("count", count.getValue())
          .param("id", importId)
          .update();
    }
  }

  /** Nobody's numbers stand there longer than they are needed. */
  @Transactional
  public void clear() {
    jdbc.sql("truncate roster_line, roster_group").update();
  }

  private void copy(RosterFile roster, Filling filling) throws IOException {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try {
        roster.read(
            line -> {
              filling.take(line);
              if (filling.text.length() >= BUFFER) {
                send(copy, filling.text);
              }
            });
        send(copy, filling.text);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The registry does not take the roster", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private static void send(CopyIn copy, StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("The registry does not take the roster", e));
    }
  }

  private void keep(UUID importId, List<RosterRemark> remarks) {
    jdbc.sql(
            """
            insert into roster_remark (import_id, line, code, refused)
            select :id, line, code, refused
            from unnest(cast(:lines as bigint[]), cast(:codes as text[]), cast(:refused as boolean[]))
              as t (line, code, refused)
            """)
        .param("id", importId)
        .param("lines", remarks.stream().map(RosterRemark::line).toArray(Long[]::new))
        .param("codes", remarks.stream().map(RosterRemark::code).toArray(String[]::new))
        .param("refused", remarks.stream().map(RosterRemark::refused).toArray(Boolean[]::new))
        .update();
  }

  /** Lines on their way, in COPY's text format. */
  private static final class Filling {
    private final StringBuilder text = new StringBuilder(2 * BUFFER);
    private final List<RosterRemark> remarks = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int lines;
    private int refused;

    void take(RosterLine line) {
      lines++;
      switch (line) {
        case RosterLine.Refused no -> {
          refused++;
          remark(no.line(), no.code(), true);
        }
        case RosterRow row -> {
          row.findings().forEach(code -> remark(row.line(), code, false));
          write(row);
        }
      }
    }

    private void remark(long line, String code, boolean isRefused) {
      if (counts.merge(code, 1, Integer::sum) <= REMARKS_OF_A_CODE) {
        remarks.add(new RosterRemark(line, code, isRefused));
      }
    }

    private void write(RosterRow row) {
      text.append(row.line());
      cell(row.key());
      cell(row.name().value());
      cell(row.name().folded());
      cell(row.citizenId().map(id -> id.value()).orElse(null));
      cell(row.printedId());
      cell(row.idKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      cell(joined(row.insuredNumbers()));
      cell(joined(row.socialCards()));
      cell(String.join(JOIN, row.formerNames().stream().map(PersonName::value).toList()));
      cell(String.join(JOIN, row.formerNames().stream().map(PersonName::folded).toList()));
      cell(row.sex().name().toLowerCase(java.util.Locale.ROOT));
      cell(row.birthDate() == null ? null : row.birthDate().toString());
      cell(row.employer());
      cell(row.employer() == null ? null : PersonName.fold(row.employer()));
      cell(row.employerNumber());
      text.append('\n');
    }

    private static String joined(List<String> values) {
      return String.join(JOIN, values.stream().sorted().distinct().toList());
    }

    private void cell(@Nullable String value) {
      text.append('\t');
      if (value == null) {
        text.append("\\N");
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\0' -> text.append(' ');
          case '\\' -> text.append("\\\\");
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          default -> text.append(c);
        }
      }
    }
  }
}
