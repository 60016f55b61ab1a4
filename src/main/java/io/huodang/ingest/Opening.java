package io.huodang.ingest;

import io.huodang.access.Terms;
import io.huodang.catalog.Items;
import io.huodang.catalog.Pages;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.DeliveredName;
import io.huodang.intake.Progress;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.recognition.FileKind;
import io.huodang.recognition.FileOutcome;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Reason;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.PageWorkers.Bytes;
import io.huodang.workers.WorkerFault;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code open}: counts a file's pages, and makes them and, where the file is one, its
 * item.
 */
@Component
class Opening implements Work {
  private final ScanFiles files;
  private final Batches batches;
  private final Pages pages;
  private final Items items;
  private final Ledger ledger;
  private final Closing closing;
  private final Bell bell;
  private final Vault vault;
  private final PageWorkers workers;
  private final TransactionTemplate transaction;

  Opening(
      ScanFiles files,
      Batches batches,
      Pages pages,
      Items items,
      Ledger ledger,
      Closing closing,
      Bell bell,
      Vault vault,
      PageWorkers workers,
      TransactionTemplate transaction) {
    this.files = files;
    this.batches = batches;
    this.pages = pages;
    this.items = items;
    this.ledger = ledger;
    this.closing = closing;
    this.bell = bell;
    this.vault = vault;
    this.workers = workers;
    this.transaction = transaction;
  }

  @Override
  public void take(Claim claim) throws WorkerFault, IOException, InterruptedException {
    ScanFile file = files.find(claim.subject()).orElseThrow();
    FileOutcome outcome =
        workers.open(
            Bytes.of(file.sha256(), () -> vault.open(Holding.MASTER, file.sha256())), claim.lane());
    switch (outcome) {
      case FileOutcome.Opened opened ->
          transaction.executeWithoutResult(status -> opened(claim, file, opened));
      case FileOutcome.WithoutPages other
          when FileKind.isPagesBy(DeliveredName.of(file.path()).lowerEnding()) ->
          quarantine(claim, notAsNamed(other.mediaType()));
      case FileOutcome.WithoutPages other ->
          transaction.executeWithoutResult(status -> keptAsItIs(claim, file, other));
      case FileOutcome.Refused refused ->
          quarantine(claim, new Reason(refused.code(), refused.text()));
    }
  }

  private void opened(Claim claim, ScanFile file, FileOutcome.Opened opened) {
    Batch batch = batches.find(file.batchId()).orElseThrow();
    files.opened(file.id(), ScanFile.Kind.PAGES, opened.mediaType(), opened.pages());
    List<UUID> made = pages.create(file.id(), opened.pages());
    if (!batch.arrangement().waitsForAll()) {
      items.createOfFile(
          file.id(), new Terms(batch.fondsId(), null, batch.id(), batch.caseNumber()), made);
    }
    made.forEach(page -> ledger.add(Step.PAGE, "page", page, batch.id(), claim.lane()));
    if (ledger.done(claim)) {
      batches.count(batch.id(), Progress.opened(opened.pages()));
    }
    bell.ringAfterCommit();
  }

  /** Sound, video and anything else: an item without pages, found by the name it came with. */
  private void keptAsItIs(Claim claim, ScanFile file, FileOutcome.WithoutPages other) {
    Batch batch = batches.find(file.batchId()).orElseThrow();
    files.opened(file.id(), ScanFile.Kind.valueOf(other.kind().name()), other.mediaType(), 0);
    UUID item =
        items.createOfFile(
            file.id(), new Terms(batch.fondsId(), null, batch.id(), batch.caseNumber()), List.of());
    if (ledger.done(claim)) {
      batches.count(batch.id(), Progress.opened(0));
      items.describe(item, DeliveredName.of(file.path()).file(), null, null, List.of(), List.of());
    }
    bell.ringAfterCommit();
  }

  private static Reason notAsNamed(String mediaType) {
    return new Reason(
        "not-as-named",
        "Its name is that of a picture or document, its content is not (%s). Deliver the right file."
            .formatted(mediaType));
  }

  @Override
  public void quarantine(Claim claim, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          ScanFile file = files.find(claim.subject()).orElseThrow();
          files.mark(file.id(), ScanFile.State.QUARANTINED, reason);
          ledger.quarantine(claim, reason);
          batches.count(file.batchId(), Progress.fileQuarantined());
          closing.finishIfDone(file.batchId());
        });
  }
}
