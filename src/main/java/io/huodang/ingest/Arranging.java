package io.huodang.ingest;

import io.huodang.access.Terms;
import io.huodang.catalog.Items;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Statements;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.Finding;
import io.huodang.intake.Findings;
import io.huodang.intake.Grouping;
import io.huodang.intake.Progress;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vocabulary.Reason;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code arrange}: makes the items of a sealed batch in which several files are one item.
 *
 * <p>It waits until every file was opened. Files that stand in an item already are left alone, so
 * that it may be taken again.
 */
@Component
class Arranging implements Work {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Batches batches;
  private final ScanFiles files;
  private final Pages pages;
  private final Items items;
  private final Statements statements;
  private final Findings findings;
  private final Ledger ledger;
  private final Closing closing;
  private final Bell bell;
  private final TransactionTemplate transaction;

  Arranging(
      Batches batches,
      ScanFiles files,
      Pages pages,
      Items items,
      Statements statements,
      Findings findings,
      Ledger ledger,
      Closing closing,
      Bell bell,
      TransactionTemplate transaction) {
    this.batches = batches;
    this.files = files;
    this.pages = pages;
    this.items = items;
    this.statements = statements;
    this.findings = findings;
    this.ledger = ledger;
    this.closing = closing;
    this.bell = bell;
    this.transaction = transaction;
  }

  @Override
  public void take(Claim claim) {
    Batch batch = batches.find(claim.subject()).orElseThrow();
    if (ledger.isUnderWay(batch.id(), Step.OPEN)) {
      Reason waits = new Reason("waits-for-files", "Not every file of the batch was opened yet.");
      ledger.release(claim, waits, false, LOOK_AGAIN);
      return;
    }
    if (!batch.arrangement().isKnownByPaths()) {
      separate(claim, batch);
      return;
    }
    List<ScanFile> loose = files.withLoosePages(batch.id());
    Map<String, UUID> catalogued = statements.itemsOfBatch(batch.id());
    List<Grouping.Group> groups =
        Grouping.of(
            batch.arrangement(), loose.stream().map(ScanFile::path).toList(), catalogued.keySet());
    Set<UUID> without = new HashSet<>(catalogued.values());
    for (Grouping.Group group : groups) {
      List<UUID> members = group.files().stream().map(at -> loose.get(at).id()).toList();
      UUID item = catalogued.get(group.fileNumber());
      without.remove(item);
      transaction.executeWithoutResult(
          status -> {
            if (item == null) {
              make(claim, batch, group, members);
            } else {
              fill(claim, batch, item, members);
            }
          });
    }
    without.forEach(item -> transaction.executeWithoutResult(status -> closeEmpty(batch, item)));
    transaction.executeWithoutResult(
        status -> {
          ledger.done(claim);
          closing.finishIfDone(batch.id());
        });
  }

  /**
   * Makes the items between separator sheets, once every page was read: all at once, because a file
   * may hold pages of several.
   */
  private void separate(Claim claim, Batch batch) {
    if (ledger.isUnderWay(batch.id(), Step.PAGE)) {
      Reason waits = new Reason("waits-for-pages", "Not every page of the batch was read yet.");
      ledger.release(claim, waits, false, LOOK_AGAIN);
      return;
    }
    List<ScanFile> loose = files.withLoosePages(batch.id());
    Separating separating = new Separating();
    for (Grouping.Group folder :
        Grouping.of(batch.arrangement(), loose.stream().map(ScanFile::path).toList())) {
      separating.add(
          pages.leavesOf(folder.files().stream().map(at -> loose.get(at).id()).toList()));
    }
    transaction.executeWithoutResult(
        status -> {
          batches.lock(batch.id());
          separating.runs().forEach(run -> make(claim, batch, run.fileNumber(), run.pages()));
          if (ledger.done(claim)) {
            batches.count(batch.id(), Progress.separators(separating.sheets()));
            findings.add(batch.id(), new Finding("separator-sheets", "" + separating.sheets()));
          }
          closing.finishIfDone(batch.id());
        });
  }

  /** Gives a catalogued item its pages. */
  private void fill(Claim claim, Batch batch, UUID item, List<UUID> members) {
    batches.lock(batch.id());
    List<UUID> made = pages.ofFiles(members);
    ledger.countAgain(item);
    items.close(item, made);
    statements
        .pagesOf(item)
        .filter(promised -> promised != made.size())
        .ifPresent(
            promised ->
                findings.add(
                    batch.id(),
                    new Finding(
                        "page-count-differs",
                        "%s: %d / %d"
                            .formatted(statements.fileNumberOf(item), promised, made.size()))));
    handOn(claim, batch, item);
  }

  /** A row of the catalogue for which no image came. */
  private void closeEmpty(Batch batch, UUID item) {
    if (items.pageCount(item) == 0) {
      items.close(item, List.of());
      findings.add(batch.id(), new Finding("row-without-images", statements.fileNumberOf(item)));
    }
  }

  private void make(Claim claim, Batch batch, Grouping.Group group, List<UUID> members) {
    // Whoever reads a page counts it on the batch: behind this lock either we see that it was read,
    // or its reader sees the item.
    batches.lock(batch.id());
    make(claim, batch, group.fileNumber(), pages.ofFiles(members));
    if (batch.arrangement() == Arrangement.CATALOGUE) {
      findings.add(batch.id(), new Finding("images-without-row", group.name()));
    }
  }

  private void make(Claim claim, Batch batch, @Nullable String fileNumber, List<UUID> made) {
    UUID item =
        items.create(
            new Terms(batch.fondsId(), null, batch.id(), batch.caseNumber()),
            fileNumber,
            made,
            batch.arrangement().word());
    handOn(claim, batch, item);
  }

  private void handOn(Claim claim, Batch batch, UUID item) {
    if (items.isRead(item)) {
      ledger.add(Step.LINK, "item", item, batch.id(), claim.lane());
      bell.ringAfterCommit();
    }
  }

  @Override
  public void quarantine(Claim claim, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          ledger.quarantine(claim, reason);
          closing.finishIfDone(claim.subject());
        });
  }
}
