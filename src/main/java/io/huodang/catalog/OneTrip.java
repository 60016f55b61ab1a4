package io.huodang.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;

/**
 * Several questions about the same rows, asked of PostgreSQL in one trip: a trip there and back
 * costs more than most of the questions.
 */
final class OneTrip {
  private final List<Question> questions = new ArrayList<>();

  /** A question and who hears the rows of its answer. */
  private record Question(String sql, Hearer hearer) {}

  /** Hears one row. */
  @FunctionalInterface
  interface Hearer {
    void hear(ResultSet row) throws SQLException;
  }

  /**
   * Adds a question. The answers come in the order of the questions.
   *
   * @param sql with one parameter, {@code ?}: the ids of the rows that are asked about
   */
  OneTrip ask(String sql, Hearer hearer) {
    questions.add(new Question(sql, hearer));
    return this;
  }

  /**
   * Adds a question about what belongs to the rows.
   *
   * @param sql of which the first column is the row to which something belongs
   * @return is filled by {@link #about}, in the order of the answer
   */
  <T> Map<UUID, List<T>> askByOwner(String sql, RowMapper<T> mapper) {
    Map<UUID, List<T>> byOwner = new HashMap<>();
    ask(
        sql,
        row ->
            byOwner
                .computeIfAbsent(row.getObject(1, UUID.class), owner -> new ArrayList<>())
                .add(mapper.mapRow(row, row.getRow())));
    return byOwner;
  }

  /** Asks about these rows. */
  void about(Collection<UUID> ids, JdbcOperations jdbc) {
    String all = String.join(";\n", questions.stream().map(Question::sql).toList());
    PreparedStatementCallback<@Nullable Void> hearing =
        statement -> {
          UUID[] rows = ids.toArray(UUID[]::new);
          for (int i = 1; i <= questions.size(); i++) {
            statement.setObject(i, rows);
          }
          hear(statement);
          return null;
        };
    jdbc.execute(all, hearing);
  }

  private void hear(PreparedStatement statement) throws SQLException {
    statement.execute();
    for (Question question : questions) {
      try (ResultSet answer = statement.getResultSet()) {
        while (answer.next()) {
          question.hearer().hear(answer);
        }
      }
      statement.getMoreResults();
    }
  }
}
