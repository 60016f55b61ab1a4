package io.huodang.preservation;

import io.huodang.vocabulary.Sha256;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code manifest} and {@code manifest_due}. Triggers of the schema add to the latter
 * within the transaction that changes something.
 */
@Repository
class ManifestRows {
  private static final long KEY = 0x6d616e6966657374L;

  private final JdbcClient jdbc;

  ManifestRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether no other node is at it; true lasts to the end of the transaction. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
        .param("key", KEY)
        .query(Boolean.class)
        .single();
  }

  /** What waits longest to be described, once each, of the first {@code most} notes. */
  Set<Described> due(Duration after, int most) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct kind, subject_id from (
                  select kind, subject_id from manifest_due
                  where at <= now() - make_interval(secs => :after) order by seq limit :most) first
                """)
            .param("after", after.toMillis() / 1000.0)
            .param("most", most)
            .query((row, n) -> described(row.getString(1), row.getObject(2, UUID.class)))
            .list());
  }

  /** The items in which these files are, or ever were. */
  Map<UUID, Set<UUID>> itemsOf(Collection<UUID> files) {
    Map<UUID, Set<UUID>> items = new HashMap<>();
    jdbc.sql(
            """
            select p.scan_file_id, v.item_id
            from page p join item_page i on i.page_id = p.id join item_version v on v.id = i.item_version_id
            where p.scan_file_id = any(:files)
            union select scan_file_id, id from item where scan_file_id = any(:files)
            """)
        .param("files", files.toArray(UUID[]::new))
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getObject(1, UUID.class), file -> new HashSet<>())
                  .add(row.getObject(2, UUID.class));
            });
    return items;
  }

  /** When what this transaction sees is so: later than all that was described before. */
  OffsetDateTime now() {
    return jdbc.sql(
            """
            select greatest(clock_timestamp(), (select max(made_at) from manifest) + interval '1 microsecond')
            """)
        .query(OffsetDateTime.class)
        .single();
  }

  String schema() {
    return jdbc.sql(
            """
            select version from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """)
        .query(String.class)
        .single();
  }

  /** How often each was described; absent is what never was. */
  Map<Described, Integer> versions(Collection<Described> some) {
    Map<Described, Integer> versions = new HashMap<>();
    jdbc.sql(
            """
            select kind, subject_id, max(version) from manifest
            join unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as s (kind, subject_id) using (kind, subject_id)
            group by kind, subject_id
            """)
        .param("kinds", kinds(some))
        .param("ids", ids(some))
        .query(
            row -> {
              versions.put(
                  described(row.getString(1), row.getObject(2, UUID.class)), row.getInt(3));
            });
    return versions;
  }

  /** Notes a document that the vault keeps. */
  void insert(ManifestDocument document, Sha256 sha256) {
    List<Described> whom =
        document.subjects().stream().map(ManifestDocument.Subject::described).toList();
    jdbc.sql(
            """
            insert into manifest (kind, subject_id, version, sha256, made_at)
            select kind, subject_id, version, :sha256, :madeAt
            from unnest(cast(:kinds as text[]), cast(:ids as uuid[]), cast(:versions as int[]))
              as s (kind, subject_id, version)
            """)
        .param("kinds", kinds(whom))
        .param("ids", ids(whom))
        .param(
            "versions",
            document.subjects().stream()
                .map(ManifestDocument.Subject::version)
                .toArray(Integer[]::new))
        .param("sha256", sha256.bytes())
        .param("madeAt", document.madeAt())
        .update();
  }

  /** Takes away the notes that this transaction sees; what changed meanwhile is noted anew. */
  void forgetDue(Collection<Described> some) {
    jdbc.sql(
            """
            delete from manifest_due d
            using unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as s (kind, subject_id)
            where d.subject_id = s.subject_id and d.kind = s.kind
            """)
        .param("kinds", kinds(some))
        .param("ids", ids(some))
        .update();
  }

  /** Lets others go first. */
  void putOff(Collection<Described> some) {
    jdbc.sql(
            """
            update manifest_due d set at = now() + interval '10 minutes'
            from unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as s (kind, subject_id)
            where d.subject_id = s.subject_id and d.kind = s.kind
            """)
        .param("kinds", kinds(some))
        .param("ids", ids(some))
        .update();
  }

  /**
   * Asks for another description of what this manifest describes as the last one.
   *
   * @return whether it is the last one of anything
   */
  boolean describeAgain(UUID manifest) {
    return jdbc.sql(
                """
                insert into manifest_due (kind, subject_id)
                select m.kind, m.subject_id from manifest m
                where m.id = :id and not exists (
                  select from manifest n
                  where n.kind = m.kind and n.subject_id = m.subject_id and n.version > m.version)
                """)
            .param("id", manifest)
            .update()
        > 0;
  }

  /**
   * Asks for a description of each item of whose present version there is none, and none is on its
   * way.
   */
  List<UUID> describeUndescribed(int most) {
    return jdbc.sql(
            """
            with undescribed as (
              select i.id from item i join item_version v on v.item_id = i.id and v.version = i.current_version
              where not exists (
                  select from manifest m
                  where m.kind = 'item' and m.subject_id = i.id and m.made_at >= v.made_at)
                and not exists (select from manifest_due d where d.subject_id = i.id)
              order by i.id limit :most),
            noted as (insert into manifest_due (kind, subject_id) select 'item', id from undescribed)
            select id from undescribed
            """)
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Described described(String kind, UUID id) {
    return new Described(ManifestKind.ofWord(kind), id);
  }

  private static String[] kinds(Collection<Described> some) {
    return some.stream().map(one -> one.kind().word()).toArray(String[]::new);
  }

  private static UUID[] ids(Collection<Described> some) {
    return some.stream().map(Described::id).toArray(UUID[]::new);
  }
}
