package io.huodang.intake;

import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in delivered files.
 *
 * <p>The order of writes is the promise: the bytes are spooled, synced and hashed; kept in the
 * vault; then one transaction makes the registry rows and the work; only then is there a receipt.
 * Killed anywhere before that, the sender has no receipt and sends again; the same bytes under the
 * same key are one file.
 */
@Service
public class Intake {
  private final Batches batches;
  private final ScanFiles files;
  private final Spool spool;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Intake(
      Batches batches,
      ScanFiles files,
      Spool spool,
      Vault vault,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.batches = batches;
    this.files = files;
    this.spool = spool;
    this.vault = vault;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * Receives one file.
   *
   * @throws Refusal {@code no-such-batch}, {@code batch-sealed}, {@code bad-key}, {@code
   *     digest-mismatch}, {@code other-bytes}, {@code file-too-large}, {@code disk-full}
   * @throws IOException when the sender's connection or the vault fails; nothing was accepted
   */
  public Receipt receive(Delivery delivery) throws IOException {
    if (!delivery.key().matches("[A-Za-z0-9._-]{1,128}")) {
      throw new Refusal(
          "bad-key", "A file's key has 1 to 128 of the characters A-Z a-z 0-9 . _ - only.");
    }
    Batch batch = requireOpenFor(delivery);
    try (Spool.Spooled spooled = spool.take(delivery.content())) {
      if (delivery.declared() != null && !delivery.declared().equals(spooled.sha256())) {
        throw new Refusal(
            "digest-mismatch",
            "The bytes that arrived are not those that the sender hashed; send the file again.");
      }
      Optional<ScanFile> there = files.find(batch.id(), delivery.key());
      if (there.isPresent()) {
        return again(there.get(), spooled);
      }
      vault.keep(Holding.MASTER, spooled.sha256(), spooled.file());
      Optional<UUID> added = transaction.execute(status -> register(batch, delivery, spooled));
      return added == null || added.isEmpty()
          ? again(files.find(batch.id(), delivery.key()).orElseThrow(), spooled)
          : new Receipt(files.find(added.get()).orElseThrow(), true);
    }
  }

  private Optional<UUID> register(Batch batch, Delivery delivery, Spool.Spooled spooled) {
    Optional<UUID> added =
        files.add(
            batch.id(),
            delivery.key(),
            DeliveredPath.clean(delivery.path()),
            spooled.sha256(),
            spooled.size(),
            delivery.corners(),
            delivery.user());
    added.ifPresent(
        id -> events.publishEvent(new FileReceived(batch.id(), id, batch.source().lane())));
    return added;
  }

  private static Receipt again(ScanFile there, Spool.Spooled spooled) {
    if (!there.sha256().equals(spooled.sha256())) {
      throw new Refusal(
          "other-bytes",
          "Other bytes were delivered under this key before; a re-scan needs a key of its own.");
    }
    return new Receipt(there, false);
  }

  /** A sealed batch still tells a sender who lost the receipt that a file is there. */
  private Batch requireOpenFor(Delivery delivery) {
    Batch batch =
        batches
            .find(delivery.batchId())
            .orElseThrow(
                () -> new Refusal("no-such-batch", "There is no such batch; open one first."));
    if (batch.state() != Batch.State.OPEN && files.find(batch.id(), delivery.key()).isEmpty()) {
      throw new BatchIsSealed();
    }
    return batch;
  }
}
