package io.huodang.preservation;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vault.BytesChanged;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Makes the registry again from the manifests in the vault, when neither the registry nor a backup
 * of it is left. Of everything the newest description that can be read counts; what cannot be read
 * is named, and the rest goes on. The vault is only read. Nothing is in the registry before all is.
 */
public final class VaultRestore {
  private static final int AT_ONCE = 200;
  private static final int READS_AT_ONCE = 8;

  private final DataSource registry;
  private final Vault vault;

  /** Into an empty registry, out of a vault. */
  public VaultRestore(DataSource registry, Vault vault) {
    this.registry = registry;
    this.vault = vault;
  }

  /**
   * What was made again.
   *
   * @param manifests how many were read
   * @param rows how many there are, by table
   * @param unreadable hashes of manifests that cannot be read, each with the reason; earlier ones
   *     of the same were taken instead
   * @param leftOut what could not be put into the registry
   */
  public record Restored(
      long manifests, Map<String, Long> rows, List<String> unreadable, List<String> leftOut) {}

  /**
   * Makes the registry again.
   *
   * @param again whether what is in the registry can only be left of a restore that did not end,
   *     and is thrown away
   * @throws Refusal {@code registry-not-empty}, {@code no-manifests}
   * @throws IOException when the vault cannot be reached, which says nothing about the manifests
   */
  public Restored run(boolean again, Progress progress) throws IOException, SQLException {
    EmptyRegistry empty = new EmptyRegistry(registry);
    if (again) {
      empty.clear();
    } else {
      empty.requireNothingWritten();
    }
    Flyway.configure().dataSource(registry).load().migrate();
    Restored restored;
    try (Connection connection = registry.getConnection()) {
      connection.setAutoCommit(false);
      RebuiltRegistry rebuilt = new RebuiltRegistry(connection);
      Reading reading = new Reading(rebuilt, progress);
      reading.all();
      if (reading.read == 0) {
        throw new Refusal(
            "no-manifests",
            "The vault holds no manifest that can be read (%d cannot): nothing to make a registry from. Look whether the settings name the right vault: %s"
                .formatted(reading.unreadable.size(), vault.describe()));
      }
      progress.show("tables", 0, 1);
      List<String> leftOut = rebuilt.fill();
      restored = new Restored(reading.read, rebuilt.counts(), reading.unreadable, leftOut);
      connection.commit();
    }
    empty.execute("analyze");
    Audit.in(registry)
        .recordForGood(
            AuditEntry.of(Actor.program(), "restore")
                .with("name", "vault")
                .with("manifests", String.valueOf(restored.manifests())));
    return restored;
  }

  /** Reads what the vault has, a part at a time. */
  private final class Reading {
    private final RebuiltRegistry rebuilt;
    private final Progress progress;
    private final List<String> unreadable = new ArrayList<>();
    private long read;

    Reading(RebuiltRegistry rebuilt, Progress progress) {
      this.rebuilt = rebuilt;
      this.progress = progress;
    }

    void all() throws IOException, SQLException {
      List<Sha256> part = new ArrayList<>(AT_ONCE);
      try {
        vault.forEach(
            Holding.MANIFEST,
            sha256 -> {
              part.add(sha256);
              if (part.size() == AT_ONCE) {
                takeUnchecked(part);
              }
            });
        takeUnchecked(part);
      } catch (UncheckedIOException e) {
        throw Optional.ofNullable(e.getCause()).orElseGet(IOException::new);
      } catch (NotTaken e) {
        throw e.cause;
      }
    }

    private void takeUnchecked(List<Sha256> part) {
      try {
        take(part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new NotTaken(e);
      }
      part.clear();
    }

    private void take(List<Sha256> part) throws IOException, SQLException {
      try (ExecutorService readers =
          Executors.newFixedThreadPool(READS_AT_ONCE, Thread.ofVirtual().factory())) {
        List<Future<Outcome>> outcomes =
            part.stream().map(sha256 -> readers.submit(() -> open(sha256))).toList();
        for (int i = 0; i < outcomes.size(); i++) {
          Outcome outcome = outcomes.get(i).get();
          if (outcome.document() == null) {
            unreadable.add(part.get(i).hex() + " " + outcome.why());
          } else {
            rebuilt.take(outcome.document(), part.get(i));
            read++;
          }
        }
        rebuilt.takeAll();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException away ? away : new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted", e);
      }
      progress.show("manifests", read, read + unreadable.size());
    }

    private Outcome open(Sha256 sha256) throws IOException {
      try (InputStream in = vault.open(Holding.MANIFEST, sha256)) {
        return new Outcome(ManifestDocument.read(in), "");
      } catch (BytesChanged e) {
        return new Outcome(null, "has changed");
      } catch (BytesMissing e) {
        return new Outcome(null, "is gone");
      } catch (ManifestDocument.Unreadable e) {
        return new Outcome(null, String.valueOf(e.getMessage()));
      }
    }
  }

  private record Outcome(@Nullable ManifestDocument document, String why) {}

  /** The registry does not take it. */
  private static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    NotTaken(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
