package io.huodang.ingest;

import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue: a row for every file, page, item or person and step.
 *
 * <p>A row is ready, leased, done or quarantined. A claim is a lease with an owner and an end;
 * finishing demands that the lease still holds, in the transaction of the step's own rows, so that
 * a step that was taken over is counted once.
 */
@Repository
class Ledger {
  private static final String CLAIMED =
      " returning ledger.id, ledger.step, subject_kind, subject_id, batch_id, lane, revision, faults";

  private final JdbcClient jdbc;
  private final Node node;
  private final IngestSettings settings;

  Ledger(JdbcClient jdbc, Node node, IngestSettings settings) {
    this.jdbc = jdbc;
    this.node = node;
    this.settings = settings;
  }

  /** Adds work, or asks for it once more: what is under way is done again after it ends. */
  @Transactional
  void add(Step step, String kind, UUID subject, @Nullable UUID batch, Lane lane) {
    jdbc.sql(
            """
            insert into ledger (step, subject_kind, subject_id, batch_id, lane)
            values (:step, :kind, :subject, :batch, :lane)
            on conflict (step, subject_id) do update
            set revision = ledger.revision + 1,
                state = case when ledger.state = 'leased' then 'leased' else 'ready' end,
                lane = case when ledger.state in ('ready', 'leased') then least(ledger.lane, excluded.lane)
                            else excluded.lane end,
                faults = 0, not_before = now(), reason_code = null, reason_text = null,
                batch_id = coalesce(ledger.batch_id, excluded.batch_id)
            """)
        .param("step", step.word())
        .param("kind", kind)
        .param("subject", subject)
        .param("batch", batch)
        .param("lane", lane.ordinal())
        .update();
    if (batch != null && (step == Step.OPEN || step == Step.PAGE)) {
      jdbc.sql(
              """
              insert into ledger_turn (batch_id, step, lane) values (:batch, :step, :lane)
              on conflict do nothing
              """)
          .param("batch", batch)
          .param("step", step.word())
          .param("lane", lane.ordinal())
          .update();
    }
  }

  /** Adds the same step for many subjects that belong to no batch, or asks for it once more. */
  @Transactional
  void addAll(Step step, String kind, List<UUID> subjects, Lane lane) {
    jdbc.sql(
            """
            insert into ledger (step, subject_kind, subject_id, lane)
            select :step, :kind, subject, :lane from unnest(cast(:subjects as uuid[])) as subject
            on conflict (step, subject_id) do update
            set revision = ledger.revision + 1,
                state = case when ledger.state = 'leased' then 'leased' else 'ready' end,
                lane = case when ledger.state in ('ready', 'leased') then least(ledger.lane, excluded.lane)
                            else excluded.lane end,
                faults = 0, not_before = now(), reason_code = null, reason_text = null
            """)
        .param("step", step.word())
        .param("kind", kind)
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("lane", lane.ordinal())
        .update();
  }

  /**
   * Claims one row of the most urgent lane, from the batch of that lane whose turn it is.
   *
   * @param lanes that the caller may work for
   */
  @Transactional
  Optional<Claim> claim(Step step, Set<Lane> lanes) {
    record Turn(UUID batch, int lane) {}
    List<Turn> turns =
        jdbc.sql(
                """
                select t.batch_id, t.lane from ledger_turn t
                where t.step = :step and t.lane in (:lanes) and exists (
                  select from ledger l
                  where l.state = 'ready' and l.step = t.step and l.lane = t.lane
                    and l.batch_id = t.batch_id and l.not_before <= now())
                order by t.lane, t.served_at limit 8
                """)
            .param("step", step.word())
            .param("lanes", lanes.stream().map(Lane::ordinal).toList())
            .query((row, n) -> new Turn(row.getObject(1, UUID.class), row.getInt(2)))
            .list();
    return turns.stream()
        .map(turn -> claim(step, turn.batch(), turn.lane()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Claim> claim(Step step, UUID batch, int lane) {
    Optional<Claim> claim =
        jdbc.sql(
                """
                update ledger
                set state = 'leased', claims = claims + 1, lease_owner = :owner,
                    lease_until = now() + make_interval(secs => :lease)
                where id = (
                  select id from ledger
                  where state = 'ready' and step = :step and lane = :lane and batch_id = :batch
                    and not_before <= now()
                  order by id limit 1 for update skip locked)
                """
                    + CLAIMED)
            .param("owner", node.owner())
            .param("lease", settings.lease().toSeconds())
            .param("step", step.word())
            .param("lane", lane)
            .param("batch", batch)
            .query(Ledger::claim)
            .optional();
    if (claim.isPresent()) {
      jdbc.sql(
              """
              update ledger_turn set served_at = clock_timestamp()
              where step = :step and lane = :lane and batch_id = :batch
              """)
          .param("step", step.word())
          .param("lane", lane)
          .param("batch", batch)
          .update();
    }
    return claim;
  }

  /** Claims up to {@code most} rows of a step: the more urgent lane first, in it the oldest. */
  @Transactional
  List<Claim> claimMany(Step step, int most) {
    return jdbc.sql(
            """
            update ledger
            set state = 'leased', claims = claims + 1, lease_owner = :owner,
                lease_until = now() + make_interval(secs => :lease)
            where id in (
              select id from ledger
              where state = 'ready' and step = :step and not_before <= now()
              order by lane, id limit :most for update skip locked)
            """
                + CLAIMED)
        .param("owner", node.owner())
        .param("lease", settings.lease().toSeconds())
        .param("step", step.word())
        .param("most", most)
        .query(Ledger::claim)
        .list();
  }

  /**
   * Marks a claim as done, or as ready again when its subject changed meanwhile.
   *
   * @return whether this is the first time that the step was done for its subject
   * @throws LeaseLost when another node took it over; the caller's transaction must roll back
   */
  @Transactional
  boolean done(Claim claim) {
    return jdbc.sql(
            """
            update ledger
            set state = case when revision = :revision then 'done' else 'ready' end,
                lease_owner = null, lease_until = null, faults = 0,
                finished_at = case when revision = :revision then coalesce(finished_at, now())
                                   else finished_at end,
                reason_code = null, reason_text = null
            where id = :id and state = 'leased' and lease_owner = :owner
            returning old.finished_at is null and new.finished_at is not null
            """)
        .param("revision", claim.revision())
        .param("id", claim.id())
        .param("owner", node.owner())
        .query(Boolean.class)
        .optional()
        .orElseThrow(() -> new LeaseLost(claim));
  }

  /**
   * Marks claims that belong to no batch as done, as {@link #done} does; one whose lease was lost
   * is left to whoever took it over.
   */
  @Transactional
  void doneAll(Set<Claim> claims) {
    List<Claim> each = List.copyOf(claims);
    jdbc.sql(
            """
            with mine as ( -- in one order, as whoever renews the leases locks them
              select id from ledger where id = any(cast(:ids as uuid[])) order by id for update)
            update ledger l
            set state = case when l.revision = c.revision then 'done' else 'ready' end,
                lease_owner = null, lease_until = null, faults = 0,
                finished_at = case when l.revision = c.revision then coalesce(finished_at, now())
                                   else finished_at end,
                reason_code = null, reason_text = null
            from unnest(cast(:ids as uuid[]), cast(:revisions as bigint[])) as c (id, revision)
            join mine using (id)
            where l.id = c.id and l.state = 'leased' and l.lease_owner = :owner
            """)
        .param("ids", each.stream().map(Claim::id).toArray(UUID[]::new))
        .param("revisions", each.stream().map(Claim::revision).toArray(Long[]::new))
        .param("owner", node.owner())
        .update();
  }

  /** Takes a row out of work for good, until a person asks for it again. */
  @Transactional
  void quarantine(Claim claim, Reason reason) {
    int changed =
        jdbc.sql(
                """
                update ledger
                set state = 'quarantined', lease_owner = null, lease_until = null,
                    finished_at = coalesce(finished_at, now()), reason_code = :code, reason_text = :text
                where id = :id and state = 'leased' and lease_owner = :owner
                """)
            .param("code", reason.code())
            .param("text", reason.text())
            .param("id", claim.id())
            .param("owner", node.owner())
            .update();
    if (changed == 0) {
      throw new LeaseLost(claim);
    }
  }

  /**
   * Gives a claim back.
   *
   * @param fault whether the subject itself is to blame
   * @param delay before it may be claimed again
   */
  @Transactional
  void release(Claim claim, Reason reason, boolean fault, Duration delay) {
    jdbc.sql(
            """
            update ledger
            set state = 'ready', lease_owner = null, lease_until = null,
                faults = faults + :fault, not_before = now() + make_interval(secs => :delay),
                reason_code = :code, reason_text = :text
            where id = :id and state = 'leased' and lease_owner = :owner
            """)
        .param("fault", fault ? 1 : 0)
        .param("delay", delay.toSeconds())
        .param("code", reason.code())
        .param("text", reason.text())
        .param("id", claim.id())
        .param("owner", node.owner())
        .update();
  }

  /** Makes the leases of these claims last from now. */
  @Transactional
  void renew(Collection<UUID> claims) {
    if (!claims.isEmpty()) {
      jdbc.sql(
              """
              update ledger set lease_until = now() + make_interval(secs => :lease)
              where id in (select id from ledger where id in (:ids) order by id for update)
                and state = 'leased' and lease_owner = :owner
              """)
          .param("lease", settings.lease().toSeconds())
          .param("ids", claims)
          .param("owner", node.owner())
          .update();
    }
  }

  /** Frees leases that ended, and those of this node's earlier lives. */
  @Transactional
  int reclaim() {
    return jdbc.sql(
            """
            update ledger set state = 'ready', lease_owner = null, lease_until = null
            where state = 'leased'
              and (lease_until < now()
                   or (starts_with(lease_owner, :name) and lease_owner <> :owner))
            """)
        .param("name", node.ownerPrefix())
        .param("owner", node.owner())
        .update();
  }

  /** Whether anything of a batch still waits or is under way. */
  boolean isUnderWay(UUID batch) {
    return jdbc.sql(
            """
            select exists (select from ledger where batch_id = :batch and state in ('ready', 'leased'))
            """)
        .param("batch", batch)
        .query(Boolean.class)
        .single();
  }

  /** Lets the steps of an item that got its pages only now count as if taken for the first time. */
  @Transactional
  void countAgain(UUID item) {
    jdbc.sql(
            """
            update ledger set finished_at = null
            where subject_id = :item and step in ('link', 'index')
            """)
        .param("item", item)
        .update();
  }

  /** Whether a step of anything of a batch still waits or is under way. */
  boolean isUnderWay(UUID batch, Step step) {
    return jdbc.sql(
            """
            select exists (
              select from ledger
              where batch_id = :batch and step = :step and state in ('ready', 'leased'))
            """)
        .param("batch", batch)
        .param("step", step.word())
        .query(Boolean.class)
        .single();
  }

  /** Forgets whose turn it is among the steps of a batch that is done. */
  @Transactional
  void forgetTurns(UUID batch) {
    jdbc.sql("delete from ledger_turn where batch_id = :batch").param("batch", batch).update();
  }

  private static Claim claim(ResultSet row, int n) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
        row.getString("subject_kind"),
        row.getObject("subject_id", UUID.class),
        row.getObject("batch_id", UUID.class),
        Lane.values()[row.getInt("lane")],
        row.getLong("revision"),
        row.getInt("faults"));
  }
}
