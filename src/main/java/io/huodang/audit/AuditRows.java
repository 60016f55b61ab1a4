package io.huodang.audit;

import io.huodang.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code audit} and {@code audit_head}. */
@Repository
class AuditRows {
  private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where the chain ends. */
  record Head(long seq, Sha256 hash) {}

  /** A row as it stands, with the hashes that bind it. */
  record Bound(AuditRow row, Sha256 previous, Sha256 hash) {}

  Head head() {
    return jdbc.sql("select seq, hash from audit_head").query(AuditRows::toHead).single();
  }

  /**
   * Appends a row, which is where the chain ends from now on: in one statement, so that nobody
   * holds the head of the chain while it is on its way. The hash is that of {@link ChainHash}.
   */
  void append(AuditEntry entry) {
    jdbc.sql(
            """
            with head as (
              select seq + 1 as seq, hash, uuidv7() as id, clock_timestamp() as at
              from audit_head for update),
            next as (
              select seq, id, at, hash as previous,
                     sha256(hash || int8send(seq) || int4send(36) || convert_to(id::text, 'UTF8')
                       || int8send((extract(epoch from at) * 1000000)::bigint) || :content) as hash
              from head),
            moved as (update audit_head set seq = next.seq, hash = next.hash from next)
            insert into audit (seq, id, at, actor_id, actor_name, actor_role, address, action, subject_kind, subject_id,
                               purpose, case_number, detail, outcome, previous_hash, hash)
            select next.seq, next.id, next.at, :actorId, :actorName, :actorRole, :address, :action, :subjectKind,
                   :subjectId, :purpose, :caseNumber, cast(:detail as jsonb), :outcome, next.previous, next.hash
            from next
            """)
        .param("content", ChainHash.content(entry))
        .param("actorId", entry.actor().id(), Types.OTHER)
        .param("actorName", entry.actor().name())
        .param("actorRole", entry.actor().role())
        .param("address", entry.actor().address(), Types.VARCHAR)
        .param("action", entry.action())
        .param("subjectKind", entry.subjectKind(), Types.VARCHAR)
        .param("subjectId", entry.subjectId(), Types.OTHER)
        .param("purpose", entry.purpose(), Types.VARCHAR)
        .param("caseNumber", entry.caseNumber(), Types.VARCHAR)
        .param("detail", json.writeValueAsString(entry.detail()))
        .param("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
        .update();
  }

  List<AuditRow> newestBefore(AuditFilter filter, long seq, int limit) {
    AuditQuery query = AuditQuery.of(filter, seq);
    return jdbc.sql(
            "select * from audit where " + query.where() + " order by seq desc limit :limit")
        .params(query.parameters())
        .param("limit", limit)
        .query((row, n) -> bound(row).row())
        .list();
  }

  /** Every action that was ever recorded, by name; each is looked up once in the index. */
  List<String> actions() {
    return jdbc.sql(
            """
            with recursive step (action) as (
              select min(action) from audit
              union all
              select (select min(action) from audit where action > step.action)
              from step where step.action is not null)
            select action from step where action is not null
            """)
        .query((row, n) -> row.getString("action"))
        .list();
  }

  OptionalLong seqOf(UUID id) {
    return jdbc.sql("select seq from audit where id = :id")
        .param("id", id)
        .query((row, n) -> OptionalLong.of(row.getLong("seq")))
        .optional()
        .orElse(OptionalLong.empty());
  }

  Optional<Bound> find(long seq) {
    return jdbc.sql("select * from audit where seq = :seq")
        .param("seq", seq)
        .query((row, n) -> bound(row))
        .optional();
  }

  /** Every row in order; the caller closes the stream, inside a transaction. */
  Stream<Bound> inOrder() {
    return jdbc
        .sql("select * from audit order by seq")
        .withFetchSize(1000)
        .query((row, n) -> bound(row))
        .stream();
  }

  private static Head toHead(ResultSet row, int n) throws SQLException {
    return new Head(row.getLong("seq"), Sha256.of(row.getBytes("hash")));
  }

  private Bound bound(ResultSet row) throws SQLException {
    Actor actor =
        new Actor(
            row.getObject("actor_id", UUID.class),
            row.getString("actor_name"),
            row.getString("actor_role"),
            row.getString("address"));
    AuditEntry entry =
        new AuditEntry(
            actor,
            row.getString("action"),
            row.getString("subject_kind"),
            row.getObject("subject_id", UUID.class),
            row.getString("purpose"),
            row.getString("case_number"),
            json.readValue(row.getString("detail"), DETAIL),
            AuditEntry.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)));
    return new Bound(
        new AuditRow(row.getLong("seq"), row.getObject("id", UUID.class), instant(row), entry),
        Sha256.of(row.getBytes("previous_hash")),
        Sha256.of(row.getBytes("hash")));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
