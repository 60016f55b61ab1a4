package io.huodang.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code index_rebuild}, and what the ledger says is to stand in the index. */
@Repository
class RebuildRows {
  private final JdbcClient jdbc;
  private final String owner = UUID.randomUUID().toString();

  RebuildRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Rebuild> last() {
    return jdbc.sql("select * from index_rebuild").query(RebuildRows::rebuild).optional();
  }

  /** Whether a next generation is written beside the present one. */
  boolean isFilling() {
    return jdbc.sql("select exists (select from index_rebuild where state = 'filling')")
        .query(Boolean.class)
        .single();
  }

  /** Asks for a rebuild; one that is under way stays. */
  @Transactional
  Rebuild ask() {
    jdbc.sql("delete from index_rebuild where state = 'done'").update();
    jdbc.sql("insert into index_rebuild default values on conflict do nothing").update();
    return last().orElseThrow();
  }

  /** Takes what is unfinished for this node, unless another one is at it. */
  boolean tryToTake() {
    return jdbc.sql(
                """
                update index_rebuild set owner = :owner, lease_until = now() + interval '2 minutes'
                where state <> 'done' and (owner = :owner or lease_until < now())
                """)
            .param("owner", owner)
            .update()
        > 0;
  }

  boolean isUnfinished() {
    return jdbc.sql("select exists (select from index_rebuild where state <> 'done')")
        .query(Boolean.class)
        .single();
  }

  void fill(int generation) {
    jdbc.sql(
            """
            update index_rebuild
            set state = 'filling', generation = :generation, reached = null, filled = 0, refused = 0,
                waits_for = null, subjects = (select count(*) from ledger where step = 'index')
            where owner = :owner
            """)
        .param("generation", generation)
        .param("owner", owner)
        .update();
  }

  /** Notes a part that is filled, and keeps the lease; false when another node took over. */
  boolean reached(UUID subject, int filled, int refused) {
    return jdbc.sql(
                """
                update index_rebuild
                set reached = :subject, filled = filled + :filled, refused = refused + :refused,
                    waits_for = null, lease_until = now() + interval '2 minutes'
                where owner = :owner and state = 'filling'
                """)
            .param("subject", subject)
            .param("filled", filled)
            .param("refused", refused)
            .param("owner", owner)
            .update()
        > 0;
  }

  void waitsFor(String what) {
    jdbc.sql("update index_rebuild set waits_for = :what where owner = :owner")
        .param("what", what)
        .param("owner", owner)
        .update();
  }

  void done() {
    jdbc.sql(
            """
            update index_rebuild set state = 'done', finished_at = now(), waits_for = null
            where owner = :owner
            """)
        .param("owner", owner)
        .update();
  }

  /** Whether the registry knows of anything that should be found. */
  boolean isAnythingToFind() {
    return jdbc.sql("select exists (select from ledger where step = 'index')")
        .query(Boolean.class)
        .single();
  }

  /** Subjects in the order of their ids, by the unique index on (step, subject_id). */
  List<Subject> subjectsAfter(@Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select subject_kind, subject_id, revision from ledger
            where step = 'index' and subject_id > coalesce(cast(:after as uuid), cast(:least as uuid))
            order by subject_id limit :most
            """)
        .param("after", after)
        .param("least", new UUID(0, 0))
        .param("most", most)
        .query(RebuildRows::subject)
        .list();
  }

  /** Of these subjects, those that are not on their way into the index, as they were indexed. */
  List<Subject> settled(List<UUID> subjects) {
    return jdbc.sql(
            """
            select subject_kind, subject_id, revision from ledger
            where step = 'index' and subject_id = any(:subjects) and state = 'done'
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(RebuildRows::subject)
        .list();
  }

  private static Subject subject(ResultSet row, int n) throws SQLException {
    return new Subject(
        Subject.Kind.valueOf(row.getString("subject_kind").toUpperCase(Locale.ROOT)),
        row.getObject("subject_id", UUID.class),
        row.getLong("revision"));
  }

  private static Rebuild rebuild(ResultSet row, int n) throws SQLException {
    return new Rebuild(
        row.getObject("id", UUID.class),
        Rebuild.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("generation", Integer.class),
        row.getObject("reached", UUID.class),
        row.getLong("subjects"),
        row.getLong("filled"),
        row.getLong("refused"),
        row.getString("waits_for"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
