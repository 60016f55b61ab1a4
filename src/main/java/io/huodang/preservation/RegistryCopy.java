package io.huodang.preservation;

import io.huodang.preservation.BackupManifest.Migration;
import io.huodang.preservation.BackupManifest.Table;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SyncedFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies the rows of a registry out of one snapshot and into an empty one, table by table, in
 * PostgreSQL's own text format ({@code COPY}): no program of PostgreSQL is needed, and the registry
 * may be of a later version than it was. The schema is not copied; its migrations make it.
 */
final class RegistryCopy {
  // Staging of what is under way is unlogged, and not worth keeping.
  private static final String TABLES =
      """
      select c.relname, (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                           and a.attgenerated = '')
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
        and c.relname <> 'flyway_schema_history'
      order by c.relname
      """;
  private static final String OBJECTS =
      """
      select 'master', sha256, max(size) from scan_file group by sha256
      union all
      select distinct 'page-text', text_sha256, cast(-1 as bigint) from page_version
      union all
      select distinct 'manifest', sha256, cast(-1 as bigint) from manifest
      """;
  private static final String PICTURES =
      """
      union all
      select 'derivative', sha256, max(size) from derivative group by sha256
      """;
  private static final int AT_ONCE = 10_000;

  private final Connection connection;

  /** Of a connection without auto-commit, in one transaction. */
  RegistryCopy(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes each table to a file.
   *
   * @param pictures whether that of the pictures too, which can be made again
   */
  List<Table> writeTables(Path folder, boolean pictures) throws SQLException, IOException {
    List<Table> tables = new ArrayList<>();
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Map.Entry<String, List<String>> table : tables().entrySet()) {
      if (!pictures && table.getKey().equals("derivative")) {
        continue;
      }
      String file = table.getKey() + ".copy.gz";
      long rows;
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
        rows =
            copy.copyOut(
                "copy \"%s\" (%s) to stdout"
                    .formatted(table.getKey(), String.join(", ", table.getValue())),
                out);
      }
      SyncedFile.sync(folder.resolve(file));
      tables.add(
          new Table(
              table.getKey(),
              table.getValue(),
              rows,
              file,
              Sha256.ofContent(folder.resolve(file)).hex()));
    }
    return tables;
  }

  /**
   * Lists the bytes that the rows name, one a line: what they are, their hash, their size or -1.
   */
  BackupManifest.Objects writeObjects(Path folder, boolean pictures)
      throws SQLException, IOException {
    Path file = folder.resolve("objects.gz");
    long count = 0;
    long bytes = 0;
    try (Writer out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery(OBJECTS + (pictures ? PICTURES : ""))) {
        while (row.next()) {
          out.write(
              "%s %s %d\n"
                  .formatted(
                      row.getString(1), HexFormat.of().formatHex(row.getBytes(2)), row.getLong(3)));
          count++;
          bytes += Math.max(0, row.getLong(3));
        }
      }
    }
    SyncedFile.sync(file);
    return new BackupManifest.Objects(count, bytes, "objects.gz", Sha256.ofContent(file).hex());
  }

  List<Migration> migrations() throws SQLException {
    List<Migration> migrations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version, checksum from flyway_schema_history where success and version is not null order by installed_rank")) {
      while (row.next()) {
        migrations.add(new Migration(row.getString(1), row.getObject(2, Integer.class)));
      }
    }
    return migrations;
  }

  String auditProof() throws SQLException {
    return one("select seq || '-' || encode(hash, 'hex') from audit_head");
  }

  Map<String, Long> sequences() throws SQLException {
    Map<String, Long> sequences = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value is not null")) {
      while (row.next()) {
        sequences.put(row.getString(1), row.getLong(2));
      }
    }
    return sequences;
  }

  /** Fills the tables of a fresh schema; references are checked when all rows are there. */
  void readTables(Path folder, BackupManifest manifest) throws SQLException, IOException {
    References references = References.drop(connection);
    try (Statement statement = connection.createStatement()) {
      for (String table : tables().keySet()) {
        statement.execute("delete from \"%s\"".formatted(table)); // what migrations put there
      }
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Table table : manifest.tables()) {
        try (InputStream in =
            new GZIPInputStream(Files.newInputStream(folder.resolve(table.file())))) {
          long rows =
              copy.copyIn(
                  "copy \"%s\" (%s) from stdin"
                      .formatted(table.name(), String.join(", ", table.columns())),
                  in);
          if (rows != table.rows()) {
            throw new Refusal(
                "backup-damaged",
                "Of table %s there are %d rows, not %d"
                    .formatted(table.name(), rows, table.rows()));
          }
        }
      }
      references.add();
      for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
        statement.execute(
            "select setval('\"%s\"', %d)".formatted(sequence.getKey(), sequence.getValue()));
      }
    }
  }

  /** What was under way where the backup was made is not under way here. */
  void settle() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "update ledger set state = 'ready', lease_owner = null, lease_until = null where state = 'leased'");
      statement.execute("update user_session set ended_at = now() where ended_at is null");
      statement.execute(
          "update verification set state = 'superseded', finished_at = now() where state = 'running'");
      statement.execute("delete from index_rebuild");
      statement.execute("insert into index_rebuild default values");
    }
  }

  private Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
      }
    }
    return tables;
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
