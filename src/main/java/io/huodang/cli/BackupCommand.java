package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.preservation.Backup;
import io.huodang.preservation.BackupStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code backup}: adds a backup to a folder while the server works. */
@Command(
    name = "backup",
    description = {
      "Adds a backup to a folder, while the server works or while it is stopped: the registry, the",
      "masters and page texts that are not in the folder yet, the document types, the settings",
      "without secrets. The index is made again and stays out, and so do the pictures unless wanted.",
      "Run it on the server's machine, as its user, with its settings."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "DIR", description = "Holds all backups; a new folder the first time.")
  private Path folder = Path.of("");

  @Option(
      names = "--pictures",
      description = "The pictures as well: larger, but nobody waits for them after a restore.")
  private boolean pictures;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path path = home.path();
    ProgressBar bar = new ProgressBar();
    Backup.Made made;
    Optional<RunningServer> running = RunningServer.in(path);
    try (BackupStore store = BackupStore.write(folder.toAbsolutePath().normalize());
        ServerSettings settings = ServerSettings.of(path)) {
      if (running.isPresent()) {
        made = make(Holdings.of(path, running.get(), settings), store, settings, bar);
      } else {
        HomeOption.requireHome(path);
        try (Home held = Home.open(path);
            Parts parts = Parts.withoutIndex(held)) {
          made = make(Holdings.of(parts, settings), store, settings, bar);
        }
      }
    }
    bar.end();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(Map.of("backup", made)));
    } else {
      System.out.printf(
          "Backup %s: %d rows, %d files of the vault, %d of them copied now (%d MB)%n",
          made.name(), made.rows(), made.objects(), made.copied(), made.copiedBytes() >> 20);
      made.missing()
          .forEach(
              missing ->
                  System.out.printf(
                      "WRONG  %s is lost or damaged in the vault and not in the backup; see ./huodang verify%n",
                      missing));
    }
    return made.missing().isEmpty() ? 0 : 1;
  }

  private Backup.Made make(
      Holdings holdings, BackupStore store, ServerSettings settings, ProgressBar bar)
      throws Exception {
    try (holdings) {
      return new Backup(holdings.registry(), holdings.vault())
          .into(
              store,
              new Backup.Surroundings(
                  ServerSettings.version(),
                  Installation.folder("ingest"),
                  settings.open(),
                  settings.secrets(),
                  pictures),
              (what, done, all) -> bar.show(what, (int) done, (int) all));
    }
  }
}
