package io.huodang.preservation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The references between tables, dropped while rows come in and added when all are there. */
final class References {
  private final Connection connection;
  private final List<Reference> dropped;

  private References(Connection connection, List<Reference> dropped) {
    this.connection = connection;
    this.dropped = dropped;
  }

  /**
   * One of them.
   *
   * @param canBeNull whether a row may as well refer to nothing
   */
  private record Reference(
      String table,
      String name,
      String definition,
      String column,
      String target,
      boolean canBeNull) {

    String dangling() {
      return "%s is not null and not exists (select from %s target where target.id = one.%s)"
          .formatted("one." + column, target, column);
    }
  }

  static References drop(Connection connection) throws SQLException {
    References references = new References(connection, all(connection));
    for (Reference one : references.dropped) {
      references.execute("alter table %s drop constraint %s".formatted(one.table, one.name));
    }
    return references;
  }

  /** Adds them, which checks every row. */
  void add() throws SQLException {
    for (Reference one : dropped) {
      execute("alter table %s add constraint %s %s".formatted(one.table, one.name, one.definition));
    }
  }

  /**
   * Takes away what refers to something that is not there, the whole row where it cannot do
   * without.
   *
   * @return what was taken away, in words
   */
  List<String> cutLooseEnds() throws SQLException {
    List<String> cut = new ArrayList<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Reference one : dropped) {
        int rows =
            execute(
                one.canBeNull
                    ? "update %s one set %s = null where %s"
                        .formatted(one.table, one.column, one.dangling())
                    : "delete from %s one where %s".formatted(one.table, one.dangling()));
        if (rows > 0) {
          again |= !one.canBeNull;
          cut.add(
              "%d rows of %s name a %s that no manifest describes: %s"
                  .formatted(
                      rows, one.table, one.target, one.canBeNull ? "left out" : "left out whole"));
        }
      }
    }
    return cut;
  }

  private int execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static List<Reference> all(Connection connection) throws SQLException {
    List<Reference> references = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid),
                       quote_ident(a.attname), c.confrelid::regclass::text,
                       not a.attnotnull and not exists (
                         select from pg_constraint k
                         where k.conrelid = c.conrelid and k.contype = 'c' and a.attnum = any(k.conkey)
                           and cardinality(k.conkey) > 1)
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
                """)) {
      while (row.next()) {
        references.add(
            new Reference(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6)));
      }
    }
    return references;
  }
}
