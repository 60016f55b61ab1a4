package io.huodang.preservation;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vault.BytesChanged;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into an empty registry and a vault. The index is filled at the next start; pictures
 * are made again when somebody looks at them.
 */
public final class Restore {
  private final DataSource registry;
  private final Vault vault;

  /** Into a registry without tables, and a vault that may hold some of the bytes already. */
  public Restore(DataSource registry, Vault vault) {
    this.registry = registry;
    this.vault = vault;
  }

  /**
   * What was restored.
   *
   * @param missing bytes that the backup does not have, or that have changed in it
   * @param ingest where the document types of that time lie
   */
  public record Restored(
      String name, String madeAt, long rows, long objects, List<String> missing, Path ingest) {}

  /**
   * Restores a backup.
   *
   * @param name null for the newest
   * @param again whether what is in the registry can only be left of a restore that did not end,
   *     and is thrown away
   * @throws Refusal {@code backup-damaged}, {@code backup-too-new}, {@code registry-not-empty}
   */
  public Restored from(BackupStore store, @Nullable String name, boolean again, Progress progress)
      throws IOException, SQLException {
    Path folder = store.backup(name);
    String chosen = String.valueOf(folder.getFileName());
    progress.show("files of " + chosen + " looked at", 0, 1);
    BackupManifest manifest = BackupManifest.read(folder);
    makeSchema(manifest, again);
    progress.show("tables", 0, manifest.tables().size());
    try (Connection connection = registry.getConnection()) {
      connection.setAutoCommit(false);
      RegistryCopy copy = new RegistryCopy(connection);
      copy.readTables(folder, manifest);
      copy.settle();
      connection.commit();
    }
    List<String> missing = copyBytes(store, folder, manifest, progress);
    new EmptyRegistry(registry).execute("analyze");
    Audit.in(registry)
        .recordForGood(AuditEntry.of(Actor.program(), "restore").with("name", chosen));
    return new Restored(
        chosen,
        manifest.madeAt().toString(),
        manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum(),
        manifest.objects().count(),
        missing,
        folder.resolve("ingest"));
  }

  private void makeSchema(BackupManifest manifest, boolean again) throws SQLException {
    EmptyRegistry empty = new EmptyRegistry(registry);
    if (again) {
      empty.clear();
    } else {
      empty.require();
    }
    String last = manifest.migrations().getLast().version();
    Flyway flyway = Flyway.configure().dataSource(registry).target(last).load();
    Map<String, MigrationInfo> known =
        Stream.of(flyway.info().all())
            .filter(migration -> migration.getVersion() != null)
            .collect(
                Collectors.toMap(
                    migration -> migration.getVersion().getVersion(), migration -> migration));
    for (BackupManifest.Migration migration : manifest.migrations()) {
      MigrationInfo ours = known.get(migration.version());
      if (ours == null || !java.util.Objects.equals(ours.getChecksum(), migration.checksum())) {
        throw new Refusal(
            "backup-too-new",
            "The backup was made by Huodang %s, whose registry has a step %s that this program (which is older, or another) does not know; restore with that version"
                .formatted(manifest.program(), migration.version()));
      }
    }
    flyway.migrate();
  }

  private List<String> copyBytes(
      BackupStore store, Path folder, BackupManifest manifest, Progress progress)
      throws IOException {
    Vault from = Vault.ofBackup(store.vault());
    List<String> missing = new ArrayList<>();
    long[] looked = {0};
    new ObjectList(folder.resolve(manifest.objects().file()))
        .forEach(
            listed -> {
              OptionalLong size = from.size(listed.holding(), listed.sha256());
              if (size.isEmpty()) {
                missing.add(listed.toString());
              } else {
                try (InputStream in = from.open(listed.holding(), listed.sha256())) {
                  vault.keep(listed.holding(), listed.sha256(), in, size.getAsLong());
                } catch (BytesChanged | BytesMissing e) {
                  missing.add(listed.toString());
                }
              }
              progress.show("files of the vault", ++looked[0], manifest.objects().count());
            });
    return missing;
  }
}
