package io.huodang.preservation;

import io.huodang.vocabulary.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database into which a registry is to be put, and in which there must be none. */
record EmptyRegistry(DataSource source) {

  /** Throws everything away that is in it. */
  void clear() throws SQLException {
    execute("drop schema if exists public cascade");
    execute("create schema public");
  }

  /**
   * Makes sure that it has no tables.
   *
   * @throws Refusal {@code registry-not-empty}
   */
  void require() throws SQLException {
    if (is("select exists (select from pg_tables where schemaname = current_schema())")) {
      throw new Refusal(
          "registry-not-empty",
          "The registry already holds tables; restore into an empty database, nothing was changed");
    }
  }

  /**
   * Makes sure that it has no tables, or those of a registry that nothing was ever written to.
   *
   * @throws Refusal {@code registry-not-empty}
   */
  void requireNothingWritten() throws SQLException {
    boolean untouched =
        is("select to_regclass('audit') is not null and to_regclass('manifest') is not null")
            && is(
                """
                select not exists (select from audit) and not exists (select from app_user)
                  and not exists (select from batch) and not exists (select from person)
                  and not exists (select from manifest)
                """);
    if (!untouched) {
      require();
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private boolean is(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
