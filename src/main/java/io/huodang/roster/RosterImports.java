package io.huodang.roster;

import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Persons;
import io.huodang.catalog.PersonsChanged;
import io.huodang.roster.RosterImport.State;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports rosters, one at a time: read, compare with the last one, apply what differs. Importing
 * the same roster again changes nothing; importing one again that was interrupted does the rest.
 */
@Service
public class RosterImports {
  private static final Logger log = LoggerFactory.getLogger(RosterImports.class);

  private final Spool spool;
  private final ImportTurn turn;
  private final ImportRows rows;
  private final Staging staging;
  private final Comparison comparison;
  private final Applying applying;
  private final Persons persons;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final RosterSettings settings;

  RosterImports(
      Spool spool,
      ImportTurn turn,
      ImportRows rows,
      Staging staging,
      Comparison comparison,
      Applying applying,
      Persons persons,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      RosterSettings settings) {
    this.spool = spool;
    this.turn = turn;
    this.rows = rows;
    this.staging = staging;
    this.comparison = comparison;
    this.applying = applying;
    this.persons = persons;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.settings = settings;
  }

  /**
   * An import that was begun.
   *
   * @param id under which it is found
   * @param end completed when it ends, however it ends
   */
  public record Begun(UUID id, CompletableFuture<RosterImport> end) {}

  /**
   * Receives a roster to its end and begins to import it.
   *
   * @param fileName as people know it
   * @param dryRun only find out the differences
   * @throws Refusal {@code roster-busy}, {@code file-too-large} or {@code disk-full}
   */
  public Begun begin(InputStream content, String fileName, boolean dryRun, Viewer viewer)
      throws IOException {
    Spool.Spooled roster = spool.take(content);
    ImportTurn.Held held;
    try {
      held = turn.take();
    } catch (RuntimeException e) {
      roster.close();
      throw e;
    }
    try {
      rows.markInterrupted();
      UUID id = rows.begin(roster, fileName, dryRun, viewer.userId());
      CompletableFuture<RosterImport> end = new CompletableFuture<>();
      Thread.ofVirtual()
          .name("huodang-roster")
          .start(
              () -> {
                run(id, roster, held, dryRun, viewer);
                end.completeAsync(() -> rows.find(id).orElseThrow());
              });
      return new Begun(id, end);
    } catch (RuntimeException e) {
      held.close();
      roster.close();
      throw e;
    }
  }

  /** What a server's death left unfinished is called so. */
  @EventListener(ApplicationReadyEvent.class)
  void markInterrupted() {
    turn.tryToTake()
        .ifPresent(
            held -> {
              try (held) {
                rows.markInterrupted();
              }
            });
  }

  /** The import, or empty when there is none. */
  public Optional<RosterImport> find(UUID id) {
    return rows.find(id);
  }

  /** Newest first; only those older than {@code before} when it is given. */
  public List<RosterImport> newest(@Nullable UUID before, int limit) {
    return rows.newest(before, limit);
  }

  /** How many persons are on their way into the index. */
  public int notYetFindable() {
    return rows.notYetFindable();
  }

  /** Lines that were refused, then those to look at. */
  public List<RosterRemark> remarks(UUID id, int limit) {
    return rows.remarks(id, limit);
  }

  /** Values that an import changed; only those behind {@code after} when it is given. */
  public List<RosterChange> changes(UUID id, @Nullable UUID after, int limit) {
    return rows.changes(id, after, limit);
  }

  /**
   * Who differs from the roster before; only those behind {@code after} when it is given. Empty of
   * a first roster.
   */
  public List<RosterDifference> differences(
      UUID id, RosterDifference.Kind kind, @Nullable UUID after, int limit) {
    return rows.differences(id, kind, after, limit);
  }

  private void run(
      UUID id, Spool.Spooled roster, ImportTurn.Held held, boolean dryRun, Viewer viewer) {
    try (held;
        roster) {
      RosterFile file = RosterFile.open(roster.file());
      transaction.executeWithoutResult(status -> stage(id, file));
      rows.enter(id, State.COMPARING);
      transaction.executeWithoutResult(status -> comparison.compare(id, file.stated()));
      if (!dryRun) {
        apply(id);
      }
      transaction.executeWithoutResult(status -> finish(id, dryRun, viewer));
    } catch (Refusal refusal) {
      rows.end(id, State.REFUSED, new Reason(refusal.code(), String.valueOf(refusal.getMessage())));
      audit.recordForGood(entry(id, viewer).with("reason", refusal.code()).failed());
    } catch (IOException | RuntimeException e) {
      // Its message may quote a row; the class and the SQL state may not.
      log.error("The import {} of a roster was interrupted by {}", id, kind(e));
      rows.end(
          id,
          State.INTERRUPTED,
          new Reason("internal-error", "It was interrupted; import the same file again."));
    }
  }

  private void stage(UUID id, RosterFile file) {
    try {
      staging.fill(id, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void apply(UUID id) {
    rows.enter(id, State.APPLYING);
    int applied = 0;
    int nextAnalysis = 1;
    for (Applying.Part part : applying.parts(settings.atOnce())) {
      insist(
          () -> {
            persons.lockAll();
            List<UUID> changed = applying.apply(id, part);
            events.publishEvent(new PersonsChanged(changed, Lane.HISTORY));
          });
      if (++applied == nextAnalysis) {
        applying.analyze();
        nextAnalysis *= 4;
      }
    }
  }

  /** Someone who changes the same persons by hand may be in the way for a moment. */
  private void insist(Runnable part) {
    for (int attempt = 1; ; attempt++) {
      try {
        transaction.executeWithoutResult(status -> part.run());
        return;
      } catch (PessimisticLockingFailureException e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }

  private void finish(UUID id, boolean dryRun, Viewer viewer) {
    if (!dryRun) {
      applying.markMissing(id);
      applying.nameDifferences(id);
    }
    staging.clear();
    rows.enter(id, dryRun ? State.COMPARED : State.DONE);
    RosterImport done = rows.find(id).orElseThrow();
    audit.record(
        entry(id, viewer)
            .with("sha256", done.sha256().hex())
            .with("dry-run", dryRun)
            .with("persons", done.persons())
            .with("added", done.added())
            .with("changed", done.changed())
            .with("missing", done.missing())
            .with("refused", done.refused()));
    if (!dryRun && (!done.changesNothing() || rows.followsAnInterrupted(id))) {
      events.publishEvent(new RosterImported(id));
    }
  }

  private static String kind(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof PSQLException sql
        ? "%s, state %s, constraint %s"
            .formatted(
                failure.getClass().getSimpleName(),
                sql.getSQLState(),
                sql.getServerErrorMessage() == null
                    ? "none"
                    : sql.getServerErrorMessage().getConstraint()
                        + " "
                        + sql.getServerErrorMessage().getTable()
                        + "."
                        + sql.getServerErrorMessage().getColumn())
        : root.getClass().getName();
  }

  private static AuditEntry entry(UUID id, Viewer viewer) {
    return AuditEntry.of(viewer.actor(), "import-roster").about("roster-import", id);
  }
}
