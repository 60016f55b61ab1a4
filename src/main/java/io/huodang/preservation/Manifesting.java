package io.huodang.preservation;

import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Describes in the vault whatever changed in the registry, a little later and behind everybody's
 * back: the change itself left a note in its own transaction, and the note goes in the transaction
 * that names the document. Many changes in a row are described once.
 */
@Service
class Manifesting implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Manifesting.class);
  private static final int NOTES_AT_ONCE = 400;
  private static final int WRITES_AT_ONCE = 8;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ManifestRows rows;
  private final ManifestParts parts;
  private final Vault vault;
  private final PreservationSettings settings;
  private final TransactionTemplate transaction;
  private int most = NOTES_AT_ONCE;
  private @Nullable Thread worker;
  private volatile boolean stopped;

  Manifesting(
      ManifestRows rows,
      ManifestParts parts,
      Vault vault,
      PreservationSettings settings,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.parts = parts;
    this.vault = vault;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    // All parts of a document are of one moment.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker = Thread.ofVirtual().name("huodang-manifests").start(this::work);
  }

  private void work() {
    while (!stopped) {
      try {
        if (describeSome() == 0) {
          Thread.sleep(LOOK);
        }
      } catch (InterruptedException e) {
        return;
      } catch (UncheckedIOException | DataAccessException | TransactionException e) {
        if (!stopped) {
          log.warn("Manifests wait, something is away: {}", e.getClass().getSimpleName());
        }
        pause();
      } catch (RuntimeException e) {
        log.error("Manifests wait, the program failed", e);
        makeWay();
        pause();
      }
    }
  }

  /** What cannot be described is found by taking one at a time, and the others go first. */
  private void makeWay() {
    try {
      if (most == 1) {
        transaction.executeWithoutResult(
            status -> rows.putOff(rows.due(settings.manifestAfter(), 1)));
      }
      most = 1;
    } catch (DataAccessException | TransactionException e) {
      log.warn("Manifests wait, the registry is away: {}", e.getClass().getSimpleName());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Describes what has waited long enough, a part of it.
   *
   * @return how many notes were seen to, 0 when there is nothing to do
   * @throws UncheckedIOException when the vault cannot be written; all is still to be done
   */
  int describeSome() {
    Integer seen =
        transaction.execute(
            status -> {
              if (!rows.tryLock()) {
                return 0;
              }
              Set<Described> due = rows.due(settings.manifestAfter(), most);
              if (!due.isEmpty()) {
                describe(due);
              }
              return due.size();
            });
    most = NOTES_AT_ONCE;
    return seen == null ? 0 : seen;
  }

  private void describe(Set<Described> due) {
    OffsetDateTime now = rows.now();
    Set<Described> subjects = withItemsForFiles(due);
    Map<Described, ManifestPart> known = parts.withAllTheyReferTo(subjects);
    subjects.retainAll(known.keySet());
    Map<Described, Integer> versions = rows.versions(subjects);
    String schema = rows.schema();
    List<ManifestDocument> documents = new ArrayList<>();
    for (List<Described> together : groups(subjects)) {
      documents.add(
          new ManifestDocument(
              schema,
              now,
              together.stream()
                  .map(one -> new ManifestDocument.Subject(one, versions.getOrDefault(one, 0) + 1))
                  .toList(),
              closure(together, known).stream().map(ManifestDocument.Part::of).toList()));
    }
    List<Sha256> hashes = keep(documents);
    for (int i = 0; i < documents.size(); i++) {
      rows.insert(documents.get(i), hashes.get(i));
    }
    subjects.addAll(due);
    rows.forgetDue(subjects);
  }

  /** A file that is in items is described with them. */
  private Set<Described> withItemsForFiles(Set<Described> due) {
    Map<UUID, Set<UUID>> items =
        rows.itemsOf(
            due.stream()
                .filter(one -> one.kind() == ManifestKind.FILE)
                .map(Described::id)
                .toList());
    Set<Described> subjects = new HashSet<>();
    for (Described one : due) {
      Set<UUID> of =
          one.kind() == ManifestKind.FILE ? items.getOrDefault(one.id(), Set.of()) : Set.of();
      of.forEach(item -> subjects.add(new Described(ManifestKind.ITEM, item)));
      if (of.isEmpty()) {
        subjects.add(one);
      }
    }
    return subjects;
  }

  private static List<List<Described>> groups(Set<Described> subjects) {
    List<List<Described>> groups = new ArrayList<>();
    for (ManifestKind kind : ManifestKind.values()) {
      List<Described> some = subjects.stream().filter(one -> one.kind() == kind).toList();
      for (int from = 0; from < some.size(); from += kind.together()) {
        groups.add(some.subList(from, Math.min(some.size(), from + kind.together())));
      }
    }
    return groups;
  }

  private static Collection<ManifestPart> closure(
      List<Described> roots, Map<Described, ManifestPart> known) {
    Map<Described, ManifestPart> all = new LinkedHashMap<>();
    Collection<Described> next = roots;
    while (!next.isEmpty()) {
      List<Described> further = new ArrayList<>();
      for (Described one : next) {
        ManifestPart part = known.get(one);
        if (part != null && all.put(one, part) == null) {
          further.addAll(part.refersTo());
        }
      }
      next = further;
    }
    return all.values();
  }

  private List<Sha256> keep(List<ManifestDocument> documents) {
    try (ExecutorService writers =
        Executors.newFixedThreadPool(WRITES_AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Sha256>> kept =
          documents.stream()
              .map(one -> writers.submit(() -> vault.keep(Holding.MANIFEST, one.bytes())))
              .toList();
      List<Sha256> hashes = new ArrayList<>();
      for (Future<Sha256> one : kept) {
        hashes.add(one.get());
      }
      return hashes;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException away
          ? new UncheckedIOException(away)
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted"));
    }
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
