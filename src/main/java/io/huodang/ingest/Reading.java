package io.huodang.ingest;

import io.huodang.catalog.Items;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.extraction.PageOutcome;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batches;
import io.huodang.intake.Progress;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.SeparatorCode;
import io.huodang.workers.PageOrder;
import io.huodang.workers.PageWork;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.PageWorkers.Bytes;
import io.huodang.workers.WorkerFault;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The step {@code page}: reads one page, and keeps its text and its pictures. */
@Component
class Reading implements Work {
  private static final Set<String> DERIVATIVES = Set.of("thumb", "screen");
  private static final int FIND_ROTATION = -1;

  private final ScanFiles files;
  private final Batches batches;
  private final Pages pages;
  private final Items items;
  private final Ledger ledger;
  private final Bell bell;
  private final Vault vault;
  private final PageWorkers workers;
  private final TransactionTemplate transaction;

  Reading(
      ScanFiles files,
      Batches batches,
      Pages pages,
      Items items,
      Ledger ledger,
      Bell bell,
      Vault vault,
      PageWorkers workers,
      TransactionTemplate transaction) {
    this.files = files;
    this.batches = batches;
    this.pages = pages;
    this.items = items;
    this.ledger = ledger;
    this.bell = bell;
    this.vault = vault;
    this.workers = workers;
    this.transaction = transaction;
  }

  @Override
  public void take(Claim claim) throws WorkerFault, IOException, InterruptedException {
    Page page = pages.find(claim.subject()).orElseThrow();
    ScanFile file = files.find(page.scanFileId()).orElseThrow();
    boolean separated =
        batches.find(file.batchId()).orElseThrow().arrangement() == Arrangement.SEPARATOR_SHEETS;
    try (PageWork work =
        workers.read(
            Bytes.of(file.sha256(), () -> vault.open(Holding.MASTER, file.sha256())),
            new PageOrder(
                page.number(), DERIVATIVES, rotation(page), true, separated, file.corners()),
            claim.lane())) {
      switch (work.outcome()) {
        case PageOutcome.Read read -> {
          NewPageVersion version = Keeping.keep(read, work, vault);
          transaction.executeWithoutResult(
              status -> read(claim, page, file.batchId(), version, read.separator()));
        }
        case PageOutcome.Refused refused ->
            quarantine(claim, new Reason(refused.code(), refused.text()));
      }
    }
  }

  private static int rotation(Page page) {
    Integer turned = page.turned();
    return turned == null ? FIND_ROTATION : turned;
  }

  private void read(
      Claim claim,
      Page before,
      UUID batch,
      NewPageVersion version,
      @Nullable SeparatorCode separator) {
    // Persons turn pages too: whoever holds the item goes first, and nobody waits in a ring.
    items.ofPage(claim.subject()).forEach(items::lock);
    Page now = pages.find(claim.subject()).orElseThrow();
    if (Objects.equals(now.turned(), before.turned())) {
      UUID made = pages.record(claim.subject(), version);
      if (separator != null) {
        pages.separates(made, separator);
      }
    } // else it was turned meanwhile, and is to be read once more
    if (ledger.done(claim)) {
      batches.count(batch, Progress.recognised(version.flag() != null));
    }
    passOn(claim, batch);
  }

  @Override
  public void quarantine(Claim claim, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          items.ofPage(claim.subject()).forEach(items::lock);
          Page page = pages.find(claim.subject()).orElseThrow();
          ScanFile file = files.find(page.scanFileId()).orElseThrow();
          pages.quarantine(page.id(), reason);
          // Marking comes first: of a file's last two pages, the second waits for the first.
          files.mark(file.id(), ScanFile.State.FLAGGED, reason);
          boolean withFile = !pages.anyReadable(file.id());
          if (withFile) {
            files.mark(file.id(), ScanFile.State.QUARANTINED, reason);
          }
          ledger.quarantine(claim, reason);
          batches.count(file.batchId(), Progress.pageQuarantined(withFile));
          passOn(claim, file.batchId());
        });
  }

  /** Whoever reads an item's last page hands the item on; the lock lets only one be last. */
  private void passOn(Claim claim, UUID batch) {
    for (UUID item : items.ofPage(claim.subject())) {
      items.lock(item);
      if (items.isRead(item)) {
        ledger.add(Step.LINK, "item", item, batch, claim.lane());
      }
    }
    bell.ringAfterCommit();
  }
}
