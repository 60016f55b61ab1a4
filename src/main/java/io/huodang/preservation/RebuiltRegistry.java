package io.huodang.preservation;

import io.huodang.vocabulary.Sha256;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A registry that is filled from manifests: of each part the newest description is kept aside, then
 * all rows are put into their tables at once. Columns that a description does not know have the
 * schema's default; those that the schema no longer knows are left out.
 */
final class RebuiltRegistry {
  /** The hash of no password. */
  private static final String NOBODYS = "{bcrypt}$2a$12$" + ".".repeat(53);

  private final Connection connection;
  private final PreparedStatement part;
  private final PreparedStatement manifest;

  /** Of a connection without auto-commit to a fresh schema. */
  RebuiltRegistry(Connection connection) throws SQLException {
    this.connection = connection;
    execute(
        """
        create temporary table described (
          kind text, id uuid, made_at timestamptz not null, rows jsonb not null, primary key (kind, id))
        on commit drop
        """);
    part =
        connection.prepareStatement(
            """
            insert into described (kind, id, made_at, rows) values (?, ?, ?, cast(? as jsonb))
            on conflict (kind, id) do update set made_at = excluded.made_at, rows = excluded.rows
            where described.made_at < excluded.made_at
            """);
    manifest =
        connection.prepareStatement(
            """
            insert into manifest (kind, subject_id, version, sha256, made_at) values (?, ?, ?, ?, ?)
            on conflict (kind, subject_id, version) do update
            set sha256 = excluded.sha256, made_at = excluded.made_at
            where manifest.made_at < excluded.made_at
            """);
  }

  /** Takes what a document describes. */
  void take(ManifestDocument document, Sha256 sha256) throws SQLException {
    for (ManifestDocument.Subject one : document.subjects()) {
      manifest.setString(1, one.described().kind().word());
      manifest.setObject(2, one.described().id());
      manifest.setInt(3, one.version());
      manifest.setBytes(4, sha256.bytes());
      manifest.setObject(5, document.madeAt());
      manifest.addBatch();
    }
    for (ManifestDocument.Part one : document.parts()) {
      part.setString(1, one.described().kind().word());
      part.setObject(2, one.described().id());
      part.setObject(3, document.madeAt());
      part.setString(4, one.rows().toString());
      part.addBatch();
    }
  }

  /** Sends what was taken. */
  void takeAll() throws SQLException {
    manifest.executeBatch();
    part.executeBatch();
  }

  /**
   * Fills the tables with all that was taken.
   *
   * @return what could not be put in, in words
   */
  List<String> fill() throws SQLException {
    List<String> leftOut = new ArrayList<>();
    References references = References.drop(connection);
    execute("analyze described");
    Set<String> tables =
        Arrays.stream(ManifestKind.values())
            .flatMap(kind -> kind.rows().stream())
            .map(ManifestKind.Rows::table)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String table : tables) {
      execute("alter table %s disable trigger user".formatted(table));
    }
    for (String table : tables) {
      fill(table, leftOut);
    }
    execute(
        """
        delete from ledger l where not exists (
          select from batch where id = l.subject_id union all select from scan_file where id = l.subject_id
          union all select from page where id = l.subject_id union all select from item where id = l.subject_id)
        """);
    leftOut.addAll(references.cutLooseEnds());
    references.add();
    for (String table : tables) {
      execute("alter table %s enable trigger user".formatted(table));
    }
    for (String statement : WORK) {
      execute(statement);
    }
    return leftOut;
  }

  private void fill(String table, List<String> leftOut) throws SQLException {
    List<String[]> shapes = shapes(table);
    if (shapes.isEmpty()) {
      return;
    }
    execute("delete from " + table); // what migrations put there
    Set<String> known = columns(table);
    for (String[] shape : shapes) {
      List<String> columns = Arrays.stream(shape).filter(known::contains).toList();
      String names = columns.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
      String values = columns.stream().map("r.\"%s\""::formatted).collect(Collectors.joining(", "));
      if (table.equals("app_user")) {
        // Who decided is told; but nobody signs in before an administrator opens the account.
        names += ", password_hash, must_change, disabled_at";
        values +=
            ", case when (e ->> 'program')::boolean then 'none' else '%s' end, not (e ->> 'program')::boolean,"
                + " case when not (e ->> 'program')::boolean then now() end";
        values = values.formatted(NOBODYS);
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              with of_shape as (
                select e, d.made_at from described d, jsonb_array_elements(d.rows -> '%1$s') e
                where (select array_agg(k order by k) from jsonb_object_keys(e) k) = ?),
              taken as (
                insert into %1$s (%2$s)
                select %3$s from of_shape, jsonb_populate_record(cast(null as public.%1$s), e) r
                order by of_shape.made_at desc
                on conflict do nothing returning 1)
              select (select count(*) from of_shape) - (select count(*) from taken)
              """
                  .formatted(table, names, values))) {
        statement.setArray(1, connection.createArrayOf("text", shape));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          if (row.getLong(1) > 0) {
            leftOut.add(
                "%d rows of %s are described otherwise in a newer manifest"
                    .formatted(row.getLong(1), table));
          }
        }
      }
    }
  }

  /** The sets of columns that descriptions of a table's rows have. */
  private List<String[]> shapes(String table) throws SQLException {
    List<String[]> shapes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select distinct (select array_agg(k order by k) from jsonb_object_keys(e) k)
                from described d, jsonb_array_elements(d.rows -> '%s') e
                """
                    .formatted(table))) {
      while (row.next()) {
        shapes.add((String[]) row.getArray(1).getArray());
      }
    }
    return shapes;
  }

  private Set<String> columns(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select array_agg(attname::text) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """
                    .formatted(table))) {
      row.next();
      Array names = row.getArray(1);
      return Set.of((String[]) names.getArray());
    }
  }

  /** What is not described, because it follows from the rest. */
  private static final List<String> WORK =
      List.of(
          "update ledger set state = 'ready' where state = 'leased'",
          // The index is filled anew with everything.
          """
          insert into ledger (step, subject_kind, subject_id, lane, state)
          select 'index', 'item', id, 2, 'done' from item where state <> 'open'
          union all select 'index', 'person', id, 2, 'done' from person
          on conflict do nothing
          """,
          """
          update ledger set state = 'done', finished_at = coalesce(finished_at, now()), reason_code = null,
            reason_text = null
          where step = 'index'
          """,
          "delete from index_rebuild",
          "insert into index_rebuild default values",
          """
          insert into ledger_turn (batch_id, step, lane)
          select distinct batch_id, step, lane from ledger where state = 'ready' and step in ('open', 'page')
          """,
          "insert into keying_unasked select id from item where state in ('closed', 'held')",
          // A batch that is done has its counts; of one under way they are of another moment than
          // its pages.
          """
          update batch b set
            files_received = (select count(*) from scan_file f where f.batch_id = b.id),
            files_opened = (select count(*) from scan_file f where f.batch_id = b.id and f.state in ('ok', 'flagged')),
            files_quarantined = (select count(*) from scan_file f where f.batch_id = b.id and f.state = 'quarantined'),
            (pages_total, pages_recognised, pages_flagged, pages_quarantined) = (
              select count(*), count(*) filter (where p.current_version > 0),
                     count(*) filter (where p.state = 'flagged'), count(*) filter (where p.state = 'quarantined')
              from scan_file f join page p on p.scan_file_id = f.id
              where f.batch_id = b.id and not exists (
                select from page_version v where v.page_id = p.id and v.separator is not null)),
            (pages_linked, pages_findable) = (
              select count(*) filter (where l.step = 'link'), count(*) filter (where l.step = 'index')
              from ledger l join item i on i.id = l.subject_id
              join item_version v on v.item_id = i.id and v.version = i.current_version
              join item_page p on p.item_version_id = v.id
              where l.step in ('link', 'index') and l.finished_at is not null and i.batch_id = b.id)
          where b.state <> 'done'
          """,
          "delete from manifest_due");

  /** How many there are of what people know by name. */
  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String table :
        List.of(
            "fonds",
            "batch",
            "scan_file",
            "page",
            "item",
            "item_version",
            "person",
            "employer",
            "link",
            "confirmation",
            "change",
            "app_user")) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from " + table)) {
        row.next();
        counts.put(table, row.getLong(1));
      }
    }
    return counts;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
