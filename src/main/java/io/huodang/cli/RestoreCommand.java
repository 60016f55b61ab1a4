package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.preservation.BackupStore;
import io.huodang.preservation.Restore;
import io.huodang.vocabulary.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code restore}: puts a backup into an empty home, or makes a lost registry from the vault. */
@Command(
    name = "restore",
    description = {
      "Puts a backup into an empty home. The next ./huodang up on it fills the index by itself,",
      "while the registry answers searches; pictures are made again when they are looked at.",
      "A restore that was cut short is begun again with the same command.",
      "With --from-vault and no DIR: makes the registry of a home again from the manifests in its",
      "vault alone, where the registry is lost and there is no backup. Users and their passwords,",
      "tokens, what each may see, kept searches, the audit and the rosters' histories do not come back."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  /** Out of one of the two. */
  private static final class From {
    @Parameters(paramLabel = "DIR", description = "The folder that backups were made into.")
    private @Nullable Path folder;

    @Option(
        names = "--from-vault",
        description = "The vault that the settings and the home name; it is only read.")
    private boolean vault;
  }

  @Option(names = "--backup", paramLabel = "NAME", description = "The newest unless given.")
  private @Nullable String name;

  @Option(names = "--minio", description = "Put the bytes into a MinIO that up --minio will run.")
  private boolean minio;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path folder = from.folder;
    if (folder == null) {
      return new RestoreFromVault(home.path(), minio, json).call();
    }
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
