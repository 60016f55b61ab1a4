package io.huodang.viewing;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.intake.Batches;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Every look at a delivered file as a whole: sound, video, what cannot be opened. A file is seen
 * through the item that it is, else through the delivery that it came with. Thread-safe.
 */
@Service
public class FileLooks {
  private final Access access;
  private final Audit audit;
  private final ScanFiles files;
  private final Items items;
  private final Batches batches;
  private final OneLook look = new OneLook();

  FileLooks(Access access, Audit audit, ScanFiles files, Items items, Batches batches) {
    this.access = access;
    this.audit = audit;
    this.files = files;
    this.items = items;
    this.batches = batches;
  }

  /**
   * Looks at a file.
   *
   * @throws Refusal {@code no-such-file}
   */
  public ScanFile atFile(Viewer viewer, UUID id) {
    Optional<ScanFile> found = files.find(id).filter(file -> !isRemoved(file));
    access.requireMay(
        viewer, Action.VIEW_PAGE, "file", id, found.map(this::termsOf).orElse(Terms.NONE));
    ScanFile file =
        found.orElseThrow(
            () -> new Refusal("no-such-file", "There is no such file; look at its batch again."));
    AuditEntry entry = AuditEntry.of(viewer.actor(), "download-file").about("file", id);
    look.of(viewer.userId(), id, () -> audit.recordForGood(entry));
    return file;
  }

  /** The file that an item without pages is; none where the item has pages. */
  public List<DeliveredFile> ofItem(Item item) {
    return item.pages().isEmpty()
        ? items.fileOf(item.id()).flatMap(files::find).stream().map(DeliveredFile::of).toList()
        : List.of();
  }

  /** An item that waits in the bin is not shown, nor is the file that it is. */
  private boolean isRemoved(ScanFile file) {
    return items
        .ofFile(file.id())
        .flatMap(items::find)
        .filter(item -> item.state() == Item.State.REMOVED && item.pages().isEmpty())
        .isPresent();
  }

  private Terms termsOf(ScanFile file) {
    return items
        .ofFile(file.id())
        .flatMap(items::find)
        .map(Item::terms)
        .or(
            () ->
                batches
                    .find(file.batchId())
                    .map(batch -> new Terms(batch.fondsId(), null, batch.id(), batch.caseNumber())))
        .orElse(Terms.NONE);
  }
}
