package io.huodang.ingest;

import io.huodang.catalog.Items;
import io.huodang.intake.Batches;
import io.huodang.intake.Progress;
import io.huodang.search.Projection;
import io.huodang.search.Projection.Projected;
import io.huodang.search.Subject;
import io.huodang.vocabulary.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code index}: many subjects in one call, because the index likes it so. Persons are
 * made before the items that name them, so they come first.
 */
@Component
class Indexing {
  private static final Logger log = LoggerFactory.getLogger(Indexing.class);

  private final Ledger ledger;
  private final Leases leases;
  private final Items items;
  private final Batches batches;
  private final Closing closing;
  private final Projection projection;
  private final TransactionTemplate transaction;
  private final IngestSettings settings;
  // Of the one line that indexes.
  private boolean away;

  Indexing(
      Ledger ledger,
      Leases leases,
      Items items,
      Batches batches,
      Closing closing,
      Projection projection,
      TransactionTemplate transaction,
      IngestSettings settings) {
    this.ledger = ledger;
    this.leases = leases;
    this.items = items;
    this.batches = batches;
    this.closing = closing;
    this.projection = projection;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Takes what is ready, up to a limit; returns whether there was any. */
  boolean takeAll() {
    List<Claim> claims = ledger.claimMany(Step.INDEX, settings.indexAtOnce());
    if (claims.isEmpty()) {
      return false;
    }
    try (Leases.Held held = leases.hold(claims)) {
      Projected projected = projection.project(claims.stream().map(Indexing::subject).toList());
      if (away) {
        away = false;
        log.info("The index answers again");
      }
      Set<Claim> persons = // many, and of no batch that counts them
          claims.stream()
              .filter(claim -> claim.batch() == null)
              .filter(claim -> projected.done().contains(claim.subject()))
              .collect(Collectors.toSet());
      ledger.doneAll(persons);
      claims.stream()
          .filter(claim -> !persons.contains(claim))
          .forEach(claim -> finish(claim, projected));
    } catch (IOException e) {
      sayOnce(e);
      claims.forEach(this::giveBack);
    } catch (RuntimeException e) {
      claims.forEach(this::giveBack);
      throw e;
    }
    return true;
  }

  /** An index that is away for an hour is no news every second. */
  private void sayOnce(IOException why) {
    if (!away) {
      away = true;
      log.warn("The index waits: {}", why.getMessage());
    }
  }

  private void finish(Claim claim, Projected projected) {
    String failure = projected.failed().get(claim.subject());
    if (failure != null) {
      log.error("The index refuses {} {}: {}", claim.kind(), claim.subject(), failure);
      fault(claim);
    } else if (projected.done().contains(claim.subject())) {
      transaction.executeWithoutResult(status -> done(claim));
    } else {
      giveBack(claim);
    }
  }

  private void done(Claim claim) {
    boolean first = ledger.done(claim);
    UUID batch = claim.batch();
    if (batch != null) {
      if (first) {
        batches.count(batch, Progress.findable(items.pageCount(claim.subject())));
      }
      closing.finishIfDone(batch);
    }
  }

  private void fault(Claim claim) {
    Reason reason = new Reason("index-refused", "The index refuses it; see the log.");
    if (claim.faults() + 1 >= settings.largestFaults()) {
      transaction.executeWithoutResult(
          status -> {
            ledger.quarantine(claim, reason);
            if (claim.batch() != null) {
              closing.finishIfDone(claim.batch());
            }
          });
    } else {
      ledger.release(claim, reason, true, settings.retry());
    }
  }

  private void giveBack(Claim claim) {
    ledger.release(
        claim, new Reason("dependency-away", "The index is away."), false, settings.retry());
  }

  private static Subject subject(Claim claim) {
    return new Subject(
        claim.kind().equals("person") ? Subject.Kind.PERSON : Subject.Kind.ITEM,
        claim.subject(),
        claim.revision());
  }
}
