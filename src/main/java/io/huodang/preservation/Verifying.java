package io.huodang.preservation;

import io.huodang.audit.AuditLog;
import io.huodang.search.IndexCheck;
import io.huodang.search.Rebuild;
import io.huodang.search.Reindexing;
import io.huodang.search.Strays;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks through everything that is kept, a part at a time: when a person asks at full speed, else
 * again and again in a share of the time. A walk that was cut short goes on where it was; memory
 * does not grow with what is kept.
 */
@Service
public class Verifying implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Verifying.class);
  private static final int AT_ONCE = 50;
  private static final int SUBJECTS_AT_ONCE = 500;
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final VerificationRows rows;
  private final KeptRows kept;
  private final VaultWalk walk;
  private final IndexCheck index;
  private final Strays strays;
  private final Reindexing reindexing;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final PreservationSettings settings;
  private final Semaphore asked = new Semaphore(0);
  private volatile boolean stopped;
  private @Nullable Thread worker;

  Verifying(
      VerificationRows rows,
      KeptRows kept,
      VaultWalk walk,
      IndexCheck index,
      Strays strays,
      Reindexing reindexing,
      AuditLog audit,
      TransactionTemplate transaction,
      PreservationSettings settings) {
    this.rows = rows;
    this.kept = kept;
    this.walk = walk;
    this.index = index;
    this.strays = strays;
    this.reindexing = reindexing;
    this.audit = audit;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Begins a verification of everything, and returns; one that was asked for and runs goes on. */
  public Verification begin() {
    Verification verification = rows.begin(Verification.Kind.ASKED, kept.expected());
    asked.release();
    return verification;
  }

  /** A verification, or empty when there is none. */
  public Optional<Verification> find(UUID id) {
    return rows.find(id);
  }

  /** The verification that came to its end last, asked for or recurring; empty before the first. */
  public Optional<Verification> lastDone() {
    return rows.lastDone();
  }

  /** What it found, in the order in which it was found. */
  public List<Finding> findings(UUID verification, @Nullable UUID after, int limit) {
    return rows.findings(verification, after, limit);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker = Thread.ofVirtual().name("huodang-verify").start(this::work);
  }

  private void work() {
    while (!stopped) {
      try {
        Optional<Verification> running = rows.take();
        if (running.isPresent()) {
          Instant began = Instant.now();
          step(running.get());
          rest(running.get(), Duration.between(began, Instant.now()));
        } else if (rows.isDue(settings.fixityEvery())) {
          rows.begin(Verification.Kind.RECURRING, kept.expected());
        } else {
          await(LOOK);
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | DataAccessException | TransactionException e) {
        log.warn("Verifying waits, something is away: {}", e.getClass().getSimpleName());
        pause();
      } catch (RuntimeException e) {
        log.error("Verifying waits, the program failed", e);
        pause();
      }
    }
  }

  private void rest(Verification verification, Duration worked) throws InterruptedException {
    if (verification.kind() == Verification.Kind.RECURRING) {
      long rest = (long) (worked.toMillis() * (1 / settings.fixityShare() - 1));
      await(Duration.ofMillis(Math.max(1, rest)));
    }
  }

  private void await(Duration longest) throws InterruptedException {
    if (asked.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      asked.drainPermits();
    }
  }

  private void pause() {
    try {
      await(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(Verification verification) throws IOException, InterruptedException {
    UUID reached = verification.reached();
    switch (verification.stage()) {
      case MASTERS -> bytes(verification, kept.masters(reached, AT_ONCE));
      case PAGE_TEXTS -> bytes(verification, kept.pageTexts(reached, AT_ONCE));
      case MANIFESTS -> manifests(verification, kept.manifests(reached, AT_ONCE));
      case PICTURES -> pictures(verification, kept.pictures(reached, AT_ONCE));
      case UNKNOWN -> {
        List<Finding> findings = new ArrayList<>();
        int looked = walk.unknown(findings);
        walk.undescribed(findings);
        advance(verification, null, looked, 0, findings);
      }
      case INDEX -> index(verification);
      case AUDIT -> audit(verification);
      case END -> {
        rows.end(verification);
        if (verification.wrong() > 0) {
          log.error(
              "Verification {} ended with {} findings; ./huodang verify names them",
              verification.id(),
              verification.wrong());
        }
      }
    }
  }

  private void bytes(Verification verification, List<Kept> part) throws IOException {
    List<Finding> findings = new ArrayList<>();
    long bytes = 0;
    for (Kept one : part) {
      bytes += walk.read(one, verification.startedAt(), findings);
    }
    advance(verification, last(part), part.size(), bytes, findings);
  }

  private void manifests(Verification verification, List<Kept> part) throws IOException {
    List<Finding> findings = new ArrayList<>();
    long bytes = 0;
    for (Kept one : part) {
      bytes += walk.readManifest(one, verification.startedAt(), findings);
    }
    advance(verification, last(part), part.size(), bytes, findings);
  }

  private void pictures(Verification verification, List<Kept> part) throws IOException {
    List<Finding> findings = new ArrayList<>();
    long bytes = 0;
    int pictures = 0;
    for (Kept one : part) {
      bytes += walk.readPicture(one, findings);
      pictures += one.picture() == null ? 0 : 1;
    }
    advance(verification, last(part), pictures, bytes, findings);
  }

  private static @Nullable UUID last(List<Kept> part) {
    return part.isEmpty() ? null : part.getLast().row();
  }

  private void index(Verification verification) throws IOException {
    Rebuild before = reindexing.last().orElse(null);
    IndexCheck.Part part = index.after(verification.reached(), SUBJECTS_AT_ONCE);
    if (part == null) {
      List<Finding> taken =
          strays.takeOut().stream()
              .map(one -> Finding.of(Flaw.NOT_IN_REGISTRY, one.kind(), one.id()))
              .toList();
      advance(verification, null, 0, 0, taken);
      return;
    }
    List<Finding> findings =
        part.differing().stream()
            .map(
                one ->
                    Finding.of(
                        one.newer() ? Flaw.INDEX_NEWER : Flaw.NOT_IN_INDEX, one.kind(), one.id()))
            .toList();
    transaction.executeWithoutResult(
        status -> {
          index.mend(part.differing());
          advance(verification, part.reached(), part.subjects(), 0, findings);
        });
    if (part.differing().stream().anyMatch(IndexCheck.Differing::newer)) {
      reindexing.replace(before);
    }
  }

  private void audit(Verification verification) {
    switch (audit.verify()) {
      case AuditLog.Verdict.Intact intact ->
          advance(
              verification, null, (int) Math.min(intact.rows(), Integer.MAX_VALUE), 0, List.of());
      case AuditLog.Verdict.Broken broken ->
          advance(
              verification,
              null,
              (int) Math.min(broken.seq(), Integer.MAX_VALUE),
              0,
              List.of(
                  Finding.of(
                      Flaw.AUDIT_BROKEN, "Row %d: %s".formatted(broken.seq(), broken.why()))));
    }
  }

  private void advance(
      Verification verification,
      @Nullable UUID reached,
      int checked,
      long bytes,
      List<Finding> findings) {
    rows.advance(verification, reached, checked, bytes, findings);
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    Thread thread = worker;
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
  }
}
