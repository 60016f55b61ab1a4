package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.preservation.BackupStore;
import io.huodang.preservation.Restore;
import io.huodang.vocabulary.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code restore}: puts a backup into an empty home. */
@Command(
    name = "restore",
    description = {
      "Puts a backup into an empty home. The next ./huodang up on it fills the index by itself,",
      "while the registry answers searches; pictures are made again when they are looked at.",
      "A restore that was cut short is begun again with the same command."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "DIR", description = "The folder that backups were made into.")
  private Path folder = Path.of("");

  @Option(names = "--backup", paramLabel = "NAME", description = "The newest unless given.")
  private @Nullable String name;

  @Option(names = "--minio", description = "Put the bytes into a MinIO that up --minio will run.")
  private boolean minio;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ProgressBar bar = new ProgressBar();
    Restore.Restored restored;
    try (BackupStore store = BackupStore.read(folder.toAbsolutePath().normalize())) {
      if (store.names().isEmpty() || name != null && !store.names().contains(name)) {
        throw new Refusal(
            "no-backup", "%s holds these backups: %s".formatted(folder, store.names()));
      }
      try (Home held = Home.forRestore(home.path());
          ServerSettings settings = ServerSettings.of(home.path());
          Parts parts = Parts.withoutIndex(held, minio);
          Holdings holdings = Holdings.of(parts, settings)) {
        restored =
            new Restore(holdings.registry(), holdings.vault())
                .from(
                    store,
                    name,
                    held.isRestoredAgain() && parts.hasOwnRegistry(),
                    (what, done, all) -> bar.show(what, (int) done, (int) all));
        held.restoreEnded();
      }
    }
    bar.end();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(Map.of("restored", restored)));
    } else {
      print(restored);
    }
    return restored.missing().isEmpty() ? 0 : 1;
  }

  private void print(Restore.Restored restored) throws java.io.IOException {
    System.out.printf(
        "Restored %s, made at %s: %d rows, %d files of the vault%n",
        restored.name(), restored.madeAt(), restored.rows(), restored.objects());
    restored
        .missing()
        .forEach(
            missing ->
                System.out.printf(
                    "WRONG  %s is not in the backup, or has changed in it%n", missing));
    if (!Folders.equal(restored.ingest(), Installation.folder("ingest"))) {
      System.out.printf(
          "The document types of that time differ from the installed ones; they are in %s%n",
          restored.ingest());
    }
    System.out.printf(
        "Now: ./huodang up --home %s%s, then ./huodang verify --home %s%n",
        home.path(), minio ? " --minio" : "", home.path());
  }
}
