package io.huodang.ingest;

import io.huodang.vocabulary.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the ledger is, for who watches over it; it changes nothing. Thread-safe. */
@Repository
public class Queue {
  private static final int MOST_BATCHES = 50;

  private final JdbcClient jdbc;

  Queue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What of one step is not done.
   *
   * @param step its word, for example {@code page}
   * @param waiting rows that nobody works on
   * @param underWay rows that someone works on
   * @param faulty of both, those whose worker crashed or ran out of time before
   * @param quarantined rows that were given up
   * @param oldest when the one that has waited longest came; null when nothing waits
   */
  public record StepState(
      String step,
      long waiting,
      long underWay,
      long faulty,
      long quarantined,
      @Nullable Instant oldest) {}

  /**
   * A batch of which something was tried and has to wait to be tried again.
   *
   * @param waiting rows of it that were given back
   * @param since when the first of them came
   * @param reason why the one that was tried most was given back
   */
  public record Stuck(UUID batch, String title, long waiting, Instant since, Reason reason) {}

  /** The words of all steps, in the order in which they are taken. */
  public List<String> stepWords() {
    return Arrays.stream(Step.values()).map(Step::word).toList();
  }

  /** Every step in the order in which it is taken, also one of which nothing waits. */
  public List<StepState> steps() {
    // Index: ledger_not_done.
    Map<String, StepState> found =
        jdbc
            .sql(
                """
                select step,
                       count(*) filter (where state = 'ready') as waiting,
                       count(*) filter (where state = 'leased') as under_way,
                       count(*) filter (where state in ('ready', 'leased') and faults > 0) as faulty,
                       count(*) filter (where state = 'quarantined') as quarantined,
                       min(created_at) filter (where state = 'ready') as oldest
                from ledger where state <> 'done' group by step
                """)
            .query(Queue::state)
            .list()
            .stream()
            .collect(Collectors.toMap(StepState::step, Function.identity()));
    return stepWords().stream()
        .map(step -> found.getOrDefault(step, new StepState(step, 0, 0, 0, 0, null)))
        .toList();
  }

  /** Batches that go on only when something that failed works again, the longest first. */
  public List<Stuck> stuck() {
    return jdbc.sql(
            """
            select b.id, b.title, count(*) as waiting, min(l.created_at) as since,
                   (array_agg(l.reason_code order by l.claims desc, l.id))[1] as code,
                   (array_agg(l.reason_text order by l.claims desc, l.id))[1] as text
            from ledger l join batch b on b.id = l.batch_id
            where l.state = 'ready' and l.reason_code is not null
            group by b.id order by since limit :most
            """)
        .param("most", MOST_BATCHES)
        .query(
            (row, n) ->
                new Stuck(
                    row.getObject("id", UUID.class),
                    row.getString("title"),
                    row.getLong("waiting"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    new Reason(row.getString("code"), row.getString("text"))))
        .list();
  }

  /** How many pages were read in the time that ends now. */
  public long pagesRead(Duration time) {
    // Index: page_version_made.
    return jdbc.sql(
            "select count(*) from page_version where made_at > now() - make_interval(secs => :time)")
        .param("time", time.toSeconds())
        .query(Long.class)
        .single();
  }

  private static StepState state(ResultSet row, int n) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
    return new StepState(
        row.getString("step"),
        row.getLong("waiting"),
        row.getLong("under_way"),
        row.getLong("faulty"),
        row.getLong("quarantined"),
        oldest == null ? null : oldest.toInstant());
  }
}
