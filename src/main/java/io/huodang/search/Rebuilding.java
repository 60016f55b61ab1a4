package io.huodang.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way of a next generation of the index: made, filled, compared, answering, and left. */
@Component
class Rebuilding {
  private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

  private final RebuildRows rows;
  private final RebuildLock lock;
  private final Indices indices;
  private final Generations generations;
  private final Filling filling;
  private final Comparing comparing;
  private final SearchSettings settings;

  Rebuilding(
      RebuildRows rows,
      RebuildLock lock,
      Indices indices,
      Generations generations,
      Filling filling,
      Comparing comparing,
      SearchSettings settings) {
    this.rows = rows;
    this.lock = lock;
    this.indices = indices;
    this.generations = generations;
    this.filling = filling;
    this.comparing = comparing;
    this.settings = settings;
  }

  /** Goes on to the end; says how long to wait when something was away or differs. */
  Duration step(BooleanSupplier stopped) throws InterruptedException {
    try {
      Rebuild rebuild = rows.last().orElseThrow();
      Integer generation = rebuild.generation();
      if (generation != null && generations.answers(generation)) {
        rows.done(); // An earlier life came as far as to let it answer.
        return Duration.ZERO;
      }
      boolean isBegun =
          rebuild.state() != Rebuild.State.WAITING
              && generation != null
              && generations.stands(generation);
      if (!isBegun && !begin(rebuild)) {
        return Duration.ZERO;
      }
      if (rows.last().orElseThrow().state() == Rebuild.State.FILLING) {
        if (!filling.toTheEnd(stopped) || !pack(stopped)) {
          return Duration.ZERO;
        }
        rows.compare();
      }
      if (!comparing.toTheEnd(stopped)) {
        return Duration.ZERO;
      }
      if (rows.compareAgain()) {
        return LONG_PAUSE;
      }
      answer();
      return Duration.ZERO;
    } catch (IOException | ElasticsearchException | Refusal e) {
      log.warn("Filling the index waits: {}", e.getClass().getSimpleName());
      rows.waitsFor("The index does not answer, or takes no writes; it goes on when it does.");
      return PAUSE;
    }
  }

  /** False when another node took over. */
  private boolean begin(Rebuild rebuild) throws IOException {
    Integer kept = rebuild.back() ? rebuild.generation() : null;
    return lock.alone(
        () -> {
          if (!rows.isOurs()) {
            return false; // What another node began is not to be dropped.
          }
          if (kept != null && generations.isKept(kept)) {
            generations.open(kept);
            generations.makeNext(kept);
            rows.begin(Rebuild.State.COMPARING, kept, generations.present().orElse(null));
            log.info("Rebuild {}: generation {} of the index catches up", rebuild.id(), kept);
          } else {
            int next = generations.makeNext();
            rows.begin(Rebuild.State.FILLING, next, generations.present().orElse(null));
            log.info("Rebuild {}: generation {} of the index is being filled", rebuild.id(), next);
          }
          return true;
        });
  }

  private boolean pack(BooleanSupplier stopped) throws IOException, InterruptedException {
    int generation = Objects.requireNonNull(rows.last().orElseThrow().generation());
    return generations.pack(generation, stopped);
  }

  private void answer() throws IOException {
    int generation = Objects.requireNonNull(rows.last().orElseThrow().generation());
    generations.finish(generation);
    boolean answers =
        lock.alone(
            () -> {
              boolean ours = rows.done();
              if (ours) {
                generations.letAnswer(generation);
              }
              return ours;
            });
    if (answers) {
      indices.ensureReady();
      log.info("Generation {} of the index answers", generation);
    }
  }

  /** How long searches may still be at the index that answered before a rebuild that is done. */
  Duration untilNobodyAsksTheOneBefore(Rebuild done) {
    Duration longest = settings.queryTimeout().plusSeconds(1);
    Instant finished = Objects.requireNonNull(done.finishedAt());
    return finished.plus(longest).isAfter(Instant.now()) ? longest : Duration.ZERO;
  }

  /**
   * Closes what answered before the last rebuild, if it is to be kept, and drops all else.
   *
   * @return false when the index does not answer
   */
  boolean leave() {
    try {
      lock.alone(
          () -> {
            Optional<Rebuild> done = rows.last().filter(last -> last.state() == Rebuild.State.DONE);
            if (done.isPresent()) {
              generations.leave(done.get().kept());
            }
            return done;
          });
      return true;
    } catch (IOException | ElasticsearchException e) {
      log.warn("The index that answered before stays open: {}", e.getClass().getSimpleName());
      return false;
    }
  }
}
