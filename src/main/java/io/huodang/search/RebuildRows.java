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
  private static final String DIFFERED =
      "%d persons or items of the next index are not as the registry has them, also after they were written again; "
          + "the log names some. The present index goes on answering, and all are compared again and again. "
          + "If it stays so, ask for a reindex: it begins from nothing.";

  private final JdbcClient jdbc;
  private final String owner = UUID.randomUUID().toString();

  RebuildRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Rebuild> last() {
    return jdbc.sql("select * from index_rebuild").query(RebuildRows::rebuild).optional();
  }

  /** Whether a next generation is written beside the present one. */
  boolean isNextWritten() {
    return exists("state in ('filling', 'comparing')");
  }

  /** Whether what is unfinished is this node's. */
  boolean isOurs() {
    return exists("state <> 'done' and owner = :owner");
  }

  private boolean exists(String which) {
    return jdbc.sql("select exists (select from index_rebuild where %s)".formatted(which))
        .param("owner", owner)
        .query(Boolean.class)
        .single();
  }

  /**
   * Asks for a rebuild; what answers now is to stay, unless it was of no use already. One that is
   * under way stays, unless it cannot come to its end because something differs for good.
   */
  @Transactional
  Rebuild ask() {
    beginOver("state = 'done' or differed > 0", false, true, null);
    insert(true);
    return last().orElseThrow();
  }

  /**
   * Asks for a rebuild after which nothing stays of what answers now. The way back ends with it,
   * and one that differs and would have kept it; one that differs and keeps nothing does not begin
   * over by itself, it would differ again.
   *
   * @param seen the last one before it was found that what answers is of no use: one that ended
   *     since is enough
   */
  @Transactional
  Rebuild replace(@Nullable Rebuild seen) {
    beginOver(
        """
        case state when 'done' then id = cast(:seen as uuid) else keeps and differed > 0 or back end
        """,
        false,
        false,
        seen != null && seen.state() == Rebuild.State.DONE ? seen.id() : null);
    insert(false);
    jdbc.sql("update index_rebuild set keeps = false, kept = null").update();
    return last().orElseThrow();
  }

  private void insert(boolean keeps) {
    jdbc.sql("insert into index_rebuild (keeps) values (:keeps) on conflict do nothing")
        .param("keeps", keeps)
        .update();
  }

  /** Asks for the kept generation to answer again; empty when something else is under way. */
  @Transactional
  Optional<Rebuild> askBack() {
    return beginOver("state = 'done' and kept is not null", true, true, null)
        ? last()
        : Optional.empty();
  }

  private boolean beginOver(String which, boolean back, boolean keeps, @Nullable UUID seen) {
    return jdbc.sql(
                """
                update index_rebuild
                set id = default, state = default, back = :back,
                    keeps = :keeps and (state = 'done' or keeps),
                    generation = case when :back then kept end, reached = null, subjects = 0,
                    filled = 0, refused = 0, compared = 0, mended = 0, differing = 0, differed = 0,
                    waits_for = null, owner = null, lease_until = default, started_at = now(),
                    finished_at = null
                where
                """
                    + which)
            .param("back", back)
            .param("keeps", keeps)
            .param("seen", seen)
            .update()
        > 0;
  }

  /** Takes what is unfinished for this node, unless another one is at it. */
  boolean tryToTake() {
    return jdbc.sql(
                """
                update index_rebuild set owner = :owner, lease_until = now() + interval '6 seconds'
                where state <> 'done' and (owner = :owner or lease_until < now())
                """)
            .param("owner", owner)
            .update()
        > 0;
  }

  /** Keeps what this node took for some seconds more. */
  void keep() {
    jdbc.sql(
            """
            update index_rebuild set lease_until = now() + interval '6 seconds'
            where owner = :owner and state <> 'done'
            """)
        .param("owner", owner)
        .update();
  }

  /**
   * Notes that a generation is written beside the present one from now on.
   *
   * @param state filling, or comparing when it was kept and goes back
   * @param present the generation that answers; null when there is none of all indices
   */
  void begin(Rebuild.State state, int generation, @Nullable Integer present) {
    jdbc.sql(
            """
            update index_rebuild
            set state = :state, back = (:state = 'comparing'), generation = :generation,
                kept = case when keeps then cast(:present as int) end, reached = null, filled = 0,
                refused = 0, compared = 0, mended = 0, differing = 0, differed = 0, waits_for = null,
                subjects = (select count(*) from ledger where step = 'index')
            where owner = :owner
            """)
        .param("state", state.word())
        .param("generation", generation)
        .param("present", present)
        .param("owner", owner)
        .update();
  }

  /** Notes a part that is filled; false when another node took over. */
  boolean reached(UUID subject, int filled, int refused) {
    return jdbc.sql(
                """
                update index_rebuild
                set reached = :subject, filled = filled + :filled, refused = refused + :refused,
                    waits_for = null
                where owner = :owner and state = 'filling'
                """)
            .param("subject", subject)
            .param("filled", filled)
            .param("refused", refused)
            .param("owner", owner)
            .update()
        > 0;
  }

  /** Notes that all is filled. */
  void compare() {
    jdbc.sql(
            """
            update index_rebuild set state = 'comparing', reached = null
            where owner = :owner and state = 'filling'
            """)
        .param("owner", owner)
        .update();
  }

  /**
   * Notes a part that is compared; false when another node took over.
   *
   * @param refused of a kept generation; else they were counted when it was filled
   * @param differing of the part, and could not be mended
   */
  boolean compared(UUID subject, int subjects, int mended, int refused, int differing) {
    return jdbc.sql(
                """
                update index_rebuild
                set reached = :subject, compared = compared + :subjects, mended = mended + :mended,
                    refused = refused + case when back then :refused else 0 end,
                    differing = differing + :differing, waits_for = null
                where owner = :owner and state = 'comparing'
                """)
            .param("subject", subject)
            .param("subjects", subjects)
            .param("mended", mended)
            .param("refused", refused)
            .param("differing", differing)
            .param("owner", owner)
            .update()
        > 0;
  }

  /** Has all compared once more when something differs; false when nothing does. */
  boolean compareAgain() {
    return jdbc.sql(
                """
                update index_rebuild
                set reached = null, compared = 0, differed = differing, differing = 0,
                    refused = case when back then 0 else refused end
                where owner = :owner and state = 'comparing' and differing > 0
                """)
            .param("owner", owner)
            .update()
        > 0;
  }

  void waitsFor(String what) {
    jdbc.sql("update index_rebuild set waits_for = :what where owner = :owner and state <> 'done'")
        .param("what", what)
        .param("owner", owner)
        .update();
  }

  /**
   * Notes that the next generation answers; false when this rebuild is not this node's any more.
   */
  boolean done() {
    return jdbc.sql(
                """
                update index_rebuild
                set state = 'done', differed = 0, finished_at = now(), waits_for = null
                where owner = :owner and state <> 'done'
                """)
            .param("owner", owner)
            .update()
        > 0;
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
        row.getBoolean("back"),
        row.getObject("generation", Integer.class),
        row.getObject("kept", Integer.class),
        row.getObject("reached", UUID.class),
        row.getLong("subjects"),
        row.getLong("filled"),
        row.getLong("refused"),
        row.getLong("compared"),
        row.getLong("mended"),
        waitsFor(row.getString("waits_for"), row.getLong("differed")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable String waitsFor(@Nullable String away, long differed) {
    return away == null && differed > 0 ? DIFFERED.formatted(differed) : away;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
