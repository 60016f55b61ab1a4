package io.huodang.intake;

import io.huodang.access.Grants;
import io.huodang.access.Rights;
import io.huodang.vocabulary.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The batches of the registry and how far they are. */
@Repository
public class Batches {
  private static final String SELECT =
      """
      select b.*, (select count(distinct l.person_id) from item i join link l on l.item_id = i.id
                   where i.batch_id = b.id and l.state <> 'rejected') as people
      from batch b
      """;

  private final JdbcClient jdbc;
  private final Grants grants;
  private final ApplicationEventPublisher events;

  Batches(JdbcClient jdbc, Grants grants, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.grants = grants;
    this.events = events;
  }

  /** Opens a batch in the agency's fonds; whoever opens it may see it and what it holds. */
  @Transactional
  public Batch open(NewBatch wanted, UUID user) {
    UUID id =
        jdbc.sql(
                """
                insert into batch (fonds_id, title, source, arrangement, case_number, created_by)
                select id, :title, :source, :arrangement, :case, :user
                from fonds order by number limit 1
                returning id
                """)
            .param("title", wanted.title())
            .param("source", wanted.source().name().toLowerCase(Locale.ROOT))
            .param("arrangement", wanted.arrangement().word())
            .param("case", wanted.caseNumber())
            .param("user", user)
            .query(UUID.class)
            .single();
    grants.giveBatch(user, id);
    return find(id).orElseThrow();
  }

  /** The batch, or empty when there is none. */
  public Optional<Batch> find(UUID id) {
    return jdbc.sql(SELECT + " where b.id = :id").param("id", id).query(Batches::batch).optional();
  }

  /**
   * The batches that someone may see, newest first.
   *
   * @param before only those older than this one; null from the newest
   */
  public List<Batch> newest(Rights rights, @Nullable UUID before, int limit) {
    List<Batch> seen = new ArrayList<>();
    UUID from = before;
    while (seen.size() < limit) {
      List<Batch> candidates = newest(rights.batchesByName().orElse(null), from, limit);
      candidates.stream()
          .filter(batch -> rights.cover(batch.terms()))
          .limit(limit - seen.size())
          .forEach(seen::add);
      if (candidates.size() < limit) {
        break;
      }
      from = candidates.getLast().id();
    }
    return seen;
  }

  private List<Batch> newest(@Nullable Set<UUID> among, @Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 where (cast(:among as uuid[]) is null or b.id = any(:among))
                   and (cast(:before as uuid) is null or b.id < :before)
                 order by b.id desc limit :limit
                """)
        .param("among", among == null ? null : among.toArray(UUID[]::new))
        .param("before", before)
        .param("limit", limit)
        .query(Batches::batch)
        .list();
  }

  /** The batches that someone opened and did not seal yet, newest first. */
  public List<Batch> openOf(UUID user, int limit) {
    return jdbc.sql(
            SELECT + " where b.created_by = :user and b.state = 'open' order by b.id desc limit :n")
        .param("user", user)
        .param("n", limit)
        .query(Batches::batch)
        .list();
  }

  /** Closes a batch for further files; what it holds goes on travelling. Repeatable. */
  @Transactional
  public void seal(UUID id) {
    Batch batch =
        find(id)
            .orElseThrow(
                () -> new Refusal("no-such-batch", "There is no such batch; open one first."));
    int changed =
        jdbc.sql(
                """
                update batch set state = 'sealed', sealed_at = now() where id = :id and state = 'open'
                """)
            .param("id", id)
            .update();
    if (changed > 0) {
      events.publishEvent(new BatchSealed(id, batch.arrangement(), batch.source().lane()));
    }
  }

  /** Counts what one step did, in that step's transaction. */
  @Transactional
  public void count(UUID id, Progress progress) {
    if (progress.isNothing()) {
      return;
    }
    jdbc.sql(
            """
            update batch
            set files_opened = files_opened + :opened,
                files_quarantined = files_quarantined + :quarantinedFiles,
                pages_total = pages_total + :pages,
                pages_recognised = pages_recognised + :recognised,
                pages_linked = pages_linked + :linked,
                pages_findable = pages_findable + :findable,
                pages_flagged = pages_flagged + :flagged,
                pages_quarantined = pages_quarantined + :quarantinedPages
            where id = :id
            """)
        .param("id", id)
        .param("opened", progress.opened())
        .param("quarantinedFiles", progress.quarantinedFiles())
        .param("pages", progress.pages())
        .param("recognised", progress.recognised())
        .param("linked", progress.linked())
        .param("findable", progress.findable())
        .param("flagged", progress.flagged())
        .param("quarantinedPages", progress.quarantinedPages())
        .update();
  }

  /** Lets the rows of a catalogue be the items of a batch. */
  @Transactional
  public void arrangeByCatalogue(UUID id) {
    jdbc.sql("update batch set arrangement = 'catalogue' where id = :id").param("id", id).update();
  }

  /**
   * Locks a batch to the end of the transaction. Rows that refer to it may be added meanwhile: a
   * lock that forbade those would wait for whoever added one and then waits for us.
   */
  @Transactional
  public void lock(UUID id) {
    jdbc.sql("select from batch where id = :id for no key update")
        .param("id", id)
        .query()
        .listOfRows();
  }

  /**
   * Locks a batch to the end of the transaction, so that its last step and its sealing see each
   * other. A file that is being added, which holds the batch's key, is not waited for: it waits for
   * us, to be counted.
   *
   * @return whether it is sealed and not done yet
   */
  @Transactional
  public boolean lockIfSealed(UUID id) {
    return jdbc.sql("select state = 'sealed' from batch where id = :id for no key update")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Batches that are sealed and not done yet. */
  public List<UUID> sealed() {
    return jdbc.sql("select id from batch where state = 'sealed'")
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Marks a sealed batch of which nothing waits any more. */
  @Transactional
  public void finish(UUID id) {
    jdbc.sql("update batch set state = 'done', done_at = now() where id = :id and state = 'sealed'")
        .param("id", id)
        .update();
  }

  private static Batch batch(ResultSet row, int n) throws SQLException {
    OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
    return new Batch(
        row.getObject("id", UUID.class),
        row.getObject("fonds_id", UUID.class),
        row.getString("title"),
        Batch.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
        Arrangement.ofWord(row.getString("arrangement")).orElseThrow(),
        row.getString("case_number"),
        Batch.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("created_by", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        done == null ? null : done.toInstant(),
        new Batch.FileCounts(
            row.getInt("files_received"),
            row.getInt("files_opened"),
            row.getInt("files_quarantined")),
        new Batch.PageCounts(
            row.getInt("pages_total"),
            row.getInt("pages_recognised"),
            row.getInt("pages_linked"),
            row.getInt("pages_findable"),
            row.getInt("pages_flagged"),
            row.getInt("pages_quarantined")),
        row.getInt("people"));
  }
}
