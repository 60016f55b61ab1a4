package io.huodang.preservation;

import io.huodang.search.Subject;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads again what the vault keeps, and looks for what no row names. */
@Component
class VaultWalk {
  private static final int AT_ONCE = 500;
  private static final int MOST_UNKNOWN = 10_000;

  private final Vault vault;
  private final KeptRows rows;
  private final ManifestRows manifests;
  private final Fixity fixity;

  VaultWalk(Vault vault, KeptRows rows, ManifestRows manifests, Fixity fixity) {
    this.vault = vault;
    this.rows = rows;
    this.manifests = manifests;
    this.fixity = fixity;
  }

  /**
   * Reads bytes to their end.
   *
   * @param since when the walk began: what was found whole since is not read twice
   * @param findings is added to
   * @return how many bytes were read
   * @throws IOException when the store cannot be read, which says nothing about the bytes
   */
  long read(Kept kept, Instant since, List<Finding> findings) throws IOException {
    OptionalLong size = vault.size(kept.holding(), kept.sha256());
    Long promised = kept.size();
    if (size.isPresent() && promised != null && size.getAsLong() != promised) {
      fixity.note(kept.holding(), kept.sha256(), Fixity.Outcome.DAMAGED);
      findings.add(Finding.of(Flaw.MASTER_SIZE, kept, false));
      return 0;
    }
    if (fixity.isWholeSince(kept.holding(), kept.sha256(), since)) {
      return 0;
    }
    Fixity.Outcome outcome = outcome(kept.holding(), kept.sha256());
    fixity.note(kept.holding(), kept.sha256(), outcome);
    boolean master = kept.holding() == Holding.MASTER;
    switch (outcome) {
      case WHOLE -> {}
      case DAMAGED ->
          findings.add(
              Finding.of(master ? Flaw.MASTER_DAMAGED : Flaw.PAGE_TEXT_DAMAGED, kept, false));
      case MISSING ->
          findings.add(
              Finding.of(master ? Flaw.MASTER_MISSING : Flaw.PAGE_TEXT_MISSING, kept, false));
    }
    return size.orElse(0);
  }

  /** Reads a manifest; where the one that counts is not whole, another is asked for. */
  long readManifest(Kept kept, Instant since, List<Finding> findings) throws IOException {
    if (fixity.isWholeSince(Holding.MANIFEST, kept.sha256(), since)) {
      return 0;
    }
    OptionalLong size = vault.size(Holding.MANIFEST, kept.sha256());
    Fixity.Outcome outcome = outcome(Holding.MANIFEST, kept.sha256());
    fixity.note(Holding.MANIFEST, kept.sha256(), outcome);
    if (outcome != Fixity.Outcome.WHOLE) {
      boolean counts = manifests.describeAgain(kept.row());
      Flaw flaw = outcome == Fixity.Outcome.MISSING ? Flaw.MANIFEST_MISSING : Flaw.MANIFEST_DAMAGED;
      findings.add(Finding.of(counts ? flaw : Flaw.OLD_MANIFEST_LOST, kept, counts));
    }
    return size.orElse(0);
  }

  /** Looks for items that no manifest describes as they are, and has them described. */
  void undescribed(List<Finding> findings) {
    for (UUID item : manifests.describeUndescribed(MOST_UNKNOWN)) {
      findings.add(Finding.of(Flaw.NOT_DESCRIBED, Subject.Kind.ITEM, item));
    }
  }

  /** Reads a picture; one that is not whole is forgotten, so that it is made again. */
  long readPicture(Kept kept, List<Finding> findings) throws IOException {
    if (kept.picture() == null) {
      return 0;
    }
    Fixity.Outcome outcome = outcome(Holding.DERIVATIVE, kept.sha256());
    if (outcome != Fixity.Outcome.WHOLE) {
      vault.forgetDerivative(kept.sha256());
      rows.forgetPicture(kept);
      findings.add(
          Finding.of(
              outcome == Fixity.Outcome.MISSING ? Flaw.PICTURE_MISSING : Flaw.PICTURE_DAMAGED,
              kept,
              true));
    }
    Long size = kept.size();
    return size == null ? 0 : size;
  }

  private Fixity.Outcome outcome(Holding holding, Sha256 sha256) throws IOException {
    try {
      return vault.verify(holding, sha256) ? Fixity.Outcome.WHOLE : Fixity.Outcome.DAMAGED;
    } catch (BytesMissing e) {
      return Fixity.Outcome.MISSING;
    }
  }

  /**
   * Looks for bytes that no row names, the first ten thousand of each kind.
   *
   * @return how many were looked at
   */
  int unknown(List<Finding> findings) throws IOException, InterruptedException {
    int looked = 0;
    for (Holding holding : List.of(Holding.MASTER, Holding.PAGE_TEXT, Holding.MANIFEST)) {
      List<Sha256> unknown = new ArrayList<>();
      looked += collect(holding, unknown);
      if (!unknown.isEmpty()) {
        // Bytes are kept before their row is written.
        Thread.sleep(2_000);
        Flaw flaw = Flaw.unknown(holding);
        for (Sha256 sha256 : rows.unknown(holding, unknown)) {
          Kept kept = new Kept(new UUID(0, 0), holding, sha256, null, null, null, null, null);
          findings.add(Finding.of(flaw, kept, false));
        }
      }
    }
    return looked;
  }

  private int collect(Holding holding, List<Sha256> unknown) throws IOException {
    List<Sha256> part = new ArrayList<>(AT_ONCE);
    int[] looked = {0};
    try {
      vault.forEach(
          holding,
          sha256 -> {
            part.add(sha256);
            looked[0]++;
            if (part.size() == AT_ONCE) {
              keepUnknown(holding, part, unknown);
            }
          });
    } catch (UncheckedIOException e) {
      throw Optional.ofNullable(e.getCause()).orElseGet(IOException::new);
    }
    keepUnknown(holding, part, unknown);
    return looked[0];
  }

  private void keepUnknown(Holding holding, List<Sha256> part, List<Sha256> unknown) {
    if (unknown.size() < MOST_UNKNOWN) {
      unknown.addAll(rows.unknown(holding, part));
    }
    part.clear();
  }
}
