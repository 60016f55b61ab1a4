package io.huodang.roster;

import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports that were ever begun, and what each of them found. */
@Repository
class ImportRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<RosterImport.FieldDifference>> FIELDS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ImportRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public UUID begin(Spool.Spooled roster, String fileName, boolean dryRun, UUID user) {
    return jdbc.sql(
            """
            insert into roster_import (state, dry_run, file_name, sha256, size, started_by)
            values ('reading', :dryRun, :name, :sha256, :size, :user) returning id
            """)
        .param("dryRun", dryRun)
        .param("name", fileName)
        .param("sha256", roster.sha256().bytes())
        .param("size", roster.size())
        .param("user", user)
        .query(UUID.class)
        .single();
  }

  @Transactional
  public void enter(UUID id, RosterImport.State state) {
    end(id, state, null);
  }

  /** Says where an import is, and why when it ends for a reason. */
  @Transactional
  public void end(UUID id, RosterImport.State state, @Nullable Reason reason) {
    jdbc.sql(
            """
            update roster_import set state = :state, reason_code = :code, reason_text = :text,
              finished_at = case when :ended then now() end
            where id = :id
            """)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("code", reason == null ? null : reason.code())
        .param("text", reason == null ? null : reason.text())
        .param("ended", !state.isUnderWay())
        .param("id", id)
        .update();
  }

  /** Called by whoever has the turn: nobody else can be at work. */
  @Transactional
  public void markInterrupted() {
    jdbc.sql(
            """
            update roster_import set state = 'interrupted', finished_at = now(),
              reason_code = 'stopped', reason_text = 'The service was stopped; import the same file again.'
            where state in ('reading', 'comparing', 'applying')
            """)
        .update();
  }

  /** Whether the one before may have changed persons without coming to its end. */
  boolean followsAnInterrupted(UUID id) {
    return jdbc.sql(
            """
            select state = 'interrupted' from roster_import
            where id < :id and not dry_run order by id desc limit 1
            """)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  Optional<RosterImport> find(UUID id) {
    return jdbc.sql(SELECT + " where i.id = :id").param("id", id).query(ImportRows::row).optional();
  }

  /** Newest first; only those older than {@code before} when it is given. */
  List<RosterImport> newest(@Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + " where cast(:before as uuid) is null or i.id < :before order by i.id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(ImportRows::row)
        .list();
  }

  /** How many persons are on their way into the index, from this import or from elsewhere. */
  int notYetFindable() {
    return jdbc.sql( // by ledger_ready_by_lane
            """
            select count(*) from ledger
            where step = 'index' and state in ('ready', 'leased') and subject_kind = 'person'
            """)
        .query(Integer.class)
        .single();
  }

  List<RosterRemark> remarks(UUID id, int limit) {
    return jdbc.sql(
            """
            select line, code, refused from roster_remark where import_id = :id
            order by refused desc, line, code limit :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> new RosterRemark(row.getLong(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  List<RosterChange> changes(UUID id, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select c.id, e.person_id, e.name, c.field, c.before, c.after
            from roster_change c join roster_entry e on e.id = c.entry_id
            where c.import_id = :id and (cast(:after as uuid) is null or c.id > :after)
            order by c.id limit :limit
            """)
        .param("id", id)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new RosterChange(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  List<RosterDifference> differences(
      UUID id, RosterDifference.Kind kind, @Nullable UUID after, int limit) {
    return jdbc.sql( // by roster_difference_import
            """
            select id, person_id, name, printed_id, insured_numbers, employers
            from roster_difference
            where import_id = :id and kind = :kind and (cast(:after as uuid) is null or id > :after)
            order by id limit :limit
            """)
        .param("id", id)
        .param("kind", kind.word())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new RosterDifference(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("name"),
                    row.getString("printed_id"),
                    List.of((String[]) row.getArray("insured_numbers").getArray()),
                    List.of((String[]) row.getArray("employers").getArray())))
        .list();
  }

  private static final String SELECT =
      """
      select i.*, u.display_name as by_name from roster_import i join app_user u on u.id = i.started_by
      """;

  private static RosterImport row(ResultSet row, int n) throws SQLException {
    String code = row.getString("reason_code");
    return new RosterImport(
        row.getObject("id", UUID.class),
        RosterImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("dry_run"),
        row.getString("file_name"),
        Sha256.of(row.getBytes("sha256")),
        row.getLong("size"),
        row.getString("by_name"),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")),
        row.getInt("lines"),
        row.getInt("persons"),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("returned"),
        row.getInt("missing"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        row.getInt("applied"),
        JSON.readValue(row.getString("fields"), FIELDS),
        JSON.readValue(row.getString("remarks"), COUNTS),
        List.of((String[]) row.getArray("unknown_headings").getArray()),
        code == null ? null : new Reason(code, row.getString("reason_text")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
