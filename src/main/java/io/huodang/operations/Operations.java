package io.huodang.operations;

import io.huodang.ingest.Queue;
import io.huodang.preservation.Backups;
import io.huodang.preservation.Verifying;
import io.huodang.search.Reconciling;
import io.huodang.search.Search;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.WorkersStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Asks every part how it is; many who watch ask it once in a few seconds. Thread-safe. */
@Service
public class Operations {
  /** Over which the pace is taken. */
  public static final Duration PACE = Duration.ofMinutes(10);

  private static final Sha256 NOTHING = Sha256.ofContent(new byte[0]);

  private final JdbcClient jdbc;
  private final Queue queue;
  private final Search search;
  private final Vault vault;
  private final PageWorkers workers;
  private final Verifying verifying;
  private final Reconciling reconciling;
  private final Backups backups;
  private final OperationsSettings settings;
  private final Path home;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable State last;

  Operations(
      JdbcClient jdbc,
      Queue queue,
      Search search,
      Vault vault,
      PageWorkers workers,
      Verifying verifying,
      Reconciling reconciling,
      Backups backups,
      OperationsSettings settings,
      @Value("${huodang.home}") Path home) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.search = search;
    this.vault = vault;
    this.workers = workers;
    this.verifying = verifying;
    this.reconciling = reconciling;
    this.backups = backups;
    this.settings = settings;
    this.home = home;
  }

  /** How everything is, not older than a few seconds. */
  public State state() {
    asking.lock();
    try {
      State known = last;
      if (known == null || known.at().plus(settings.fresh()).isBefore(Instant.now())) {
        known = ask();
        last = known;
      }
      return known;
    } finally {
      asking.unlock();
    }
  }

  private State ask() {
    WorkersStatus status = workers.status();
    Optional<Instant> backedUp = backups.last();
    Instant oldest = Instant.now().minus(settings.backupEvery());
    try {
      FileStore disk = Files.getFileStore(home);
      return new State(
          Instant.now(),
          List.of(registry(), index(), vault(), pageWorkers(status)),
          status,
          queue.steps(),
          queue.stuck(),
          verifying.lastDone().orElse(null),
          reconciling.lastDone().orElse(null),
          backedUp.orElse(null),
          backedUp.filter(oldest::isBefore).isEmpty(),
          backups.changesNotDescribed(),
          queue.pagesRead(PACE),
          disk.getUsableSpace(),
          disk.getTotalSpace());
    } catch (IOException e) {
      throw new UncheckedIOException("The disk of the home cannot be asked", e);
    }
  }

  /** When it does not answer, nothing here does: who asks is known by the registry. */
  private Part registry() {
    return jdbc.sql(
            """
            select 'PostgreSQL ' || current_setting('server_version') || ' · '
                   || pg_size_pretty(pg_database_size(current_database()))
            """)
        .query((row, n) -> Part.of("registry", true, row.getString(1)))
        .single();
  }

  private Part index() {
    return Part.of("index", search.indexAnswers(), "Elasticsearch");
  }

  private Part vault() {
    boolean works = true;
    try {
      vault.size(Holding.MASTER, NOTHING);
    } catch (IOException e) {
      works = false;
    }
    Vault.Description description = vault.description();
    return new Part("vault", works, null, description.form(), description.particulars());
  }

  private static Part pageWorkers(WorkersStatus status) {
    String trouble = status.trouble();
    return Part.of("workers", trouble == null, trouble == null ? status.engine() : trouble);
  }
}
