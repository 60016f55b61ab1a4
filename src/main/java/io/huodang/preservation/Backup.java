package io.huodang.preservation;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vault.BytesChanged;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Makes a backup while the server works.
 *
 * <p>The registry first, out of one snapshot, then the bytes that its rows name: bytes are kept
 * before their rows are written and never deleted, so everything that a restored registry names is
 * there. Bytes that an earlier backup copied are not copied again.
 */
public final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final DataSource registry;
  private final Vault vault;

  /** Of a registry and the vault whose bytes it names. */
  public Backup(DataSource registry, Vault vault) {
    this.registry = registry;
    this.vault = vault;
  }

  /**
   * What is kept beside registry and vault.
   *
   * @param program the version of this program
   * @param folder document types and what else people edit
   * @param settings without secrets
   * @param secrets names of settings that are left out
   * @param pictures whether pictures are wanted that could be made again
   */
  public record Surroundings(
      String program,
      Path folder,
      Map<String, String> settings,
      List<String> secrets,
      boolean pictures) {}

  /**
   * A backup that was made.
   *
   * @param objects how many masters, page texts and, where wanted, pictures belong to it
   * @param copied of those, how many were not in the folder yet
   * @param missing those that the vault has lost or that have changed
   */
  public record Made(
      String name, long rows, long objects, long copied, long copiedBytes, List<String> missing) {}

  /** Adds a backup to the folder. */
  public Made into(BackupStore store, Surroundings surroundings, Progress progress)
      throws IOException, SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    while (store.has(NAME.format(now))) {
      now = now.plusSeconds(1);
    }
    String name = NAME.format(now);
    Audit.in(registry).recordForGood(AuditEntry.of(Actor.program(), "backup").with("name", name));
    Path part = Files.createDirectory(store.part());
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
    progress.show("tables", 0, 1);
    BackupManifest manifest = copyRegistry(part, now, surroundings);
    Copying copying =
        new Copying(Vault.ofBackup(store.vault()), manifest.objects().count(), progress);
    new ObjectList(part.resolve(manifest.objects().file())).forEach(copying::take);
    copyFolder(surroundings.folder(), part.resolve("ingest"));
    manifest = with(manifest, copying.missing);
    manifest.write(part);
    store.complete(name);
    note(name, copying.missing.size());
    return new Made(
        name,
        manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum(),
        manifest.objects().count(),
        copying.copied,
        copying.bytes,
        copying.missing);
  }

  private void note(String name, int missing) throws SQLException {
    try (Connection connection = registry.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into backup (name, missing) values (?, ?)")) {
      insert.setString(1, name);
      insert.setInt(2, missing);
      insert.executeUpdate();
    }
  }

  private BackupManifest copyRegistry(Path part, Instant now, Surroundings surroundings)
      throws IOException, SQLException {
    try (Connection connection = registry.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      RegistryCopy copy = new RegistryCopy(connection);
      BackupManifest manifest =
          new BackupManifest(
              surroundings.program(),
              now,
              copy.migrations(),
              copy.writeTables(part, surroundings.pictures()),
              copy.sequences(),
              copy.writeObjects(part, surroundings.pictures()),
              List.of(),
              copy.auditProof(),
              surroundings.settings(),
              surroundings.secrets());
      connection.rollback();
      return manifest;
    }
  }

  private static BackupManifest with(BackupManifest of, List<String> missing) {
    return new BackupManifest(
        of.program(),
        of.madeAt(),
        of.migrations(),
        of.tables(),
        of.sequences(),
        of.objects(),
        List.copyOf(missing),
        of.auditProof(),
        of.settings(),
        of.secrets());
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.filter(file -> !file.startsWith(from.resolve("samples"))).toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy);
          SyncedFile.sync(copy);
        }
      }
    }
  }

  /** Copies what is not there yet. */
  private final class Copying {
    private final Vault there;
    private final long all;
    private final Progress progress;
    private final List<String> missing = new ArrayList<>();
    private long looked;
    private long copied;
    private long bytes;

    Copying(Vault there, long all, Progress progress) {
      this.there = there;
      this.all = all;
      this.progress = progress;
    }

    void take(ObjectList.Listed listed) throws IOException {
      OptionalLong size = vault.size(listed.holding(), listed.sha256());
      OptionalLong kept = there.size(listed.holding(), listed.sha256());
      if (kept.isEmpty() || size.isPresent() && kept.getAsLong() != size.getAsLong()) {
        copy(listed, size);
      }
      progress.show("files of the vault", ++looked, all);
    }

    private void copy(ObjectList.Listed listed, OptionalLong size) throws IOException {
      if (size.isEmpty()) {
        missing.add(listed.toString());
        return;
      }
      try (InputStream in = vault.open(listed.holding(), listed.sha256())) {
        there.keep(listed.holding(), listed.sha256(), in, size.getAsLong());
        copied++;
        bytes += size.getAsLong();
      } catch (BytesChanged | BytesMissing e) {
        missing.add(listed.toString());
      }
    }
  }
}
