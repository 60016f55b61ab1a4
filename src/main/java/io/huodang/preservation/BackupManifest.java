package io.huodang.preservation;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds: {@code manifest.json}, its hash in {@code manifest.sha256}.
 *
 * @param program the version that made it
 * @param migrations of the registry's schema
 * @param sequences last values
 * @param objects what of the vault belongs to it, listed in {@code objects.gz}
 * @param missing bytes that the vault had lost or that had changed: not in the backup either
 * @param auditProof the end of the audit's chain, as {@code Proof} writes it
 * @param settings as they were, without secrets
 * @param secrets names of settings that were left out
 */
record BackupManifest(
    String program,
    Instant madeAt,
    List<Migration> migrations,
    List<Table> tables,
    Map<String, Long> sequences,
    Objects objects,
    List<String> missing,
    String auditProof,
    Map<String, String> settings,
    List<String> secrets) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String FILE = "manifest.json";
  private static final String HASH = "manifest.sha256";

  /** One step of the schema. */
  record Migration(String version, @Nullable Integer checksum) {}

  /** One table, in a file of its own. */
  record Table(String name, List<String> columns, long rows, String file, String sha256) {}

  /** The list of bytes. */
  record Objects(long count, long bytes, String file, String sha256) {}

  void write(Path folder) throws IOException {
    String text = JSON.writeValueAsString(this);
    SyncedFile.write(folder.resolve(FILE), text);
    SyncedFile.write(
        folder.resolve(HASH), Sha256.ofContent(folder.resolve(FILE)) + "  " + FILE + "\n");
  }

  /**
   * Reads it, and holds it and every file that it names against their hashes.
   *
   * @throws Refusal {@code backup-damaged}
   */
  static BackupManifest read(Path folder) throws IOException {
    String promised = Files.readString(folder.resolve(HASH)).split(" ")[0];
    refuseOther(folder.resolve(FILE), promised);
    BackupManifest manifest = JSON.readValue(folder.resolve(FILE).toFile(), BackupManifest.class);
    for (Table table : manifest.tables) {
      refuseOther(folder.resolve(table.file()), table.sha256());
    }
    refuseOther(folder.resolve(manifest.objects.file()), manifest.objects.sha256());
    return manifest;
  }

  private static void refuseOther(Path file, String sha256) throws IOException {
    if (!Files.exists(file) || !Sha256.ofContent(file).hex().equals(sha256)) {
      throw new Refusal(
          "backup-damaged",
          "%s is missing or has changed since the backup was made; restore another one with --backup"
              .formatted(file));
    }
  }
}
