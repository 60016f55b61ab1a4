package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --home}: which server's data. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The folder of all data; /var/lib/huodang for root unless given.")
  private @Nullable Path home;

  /** Refuses a folder that is no home: nothing is to be made there. */
  static void requireHome(Path path) {
    if (Files.notExists(path.resolve("format"))) {
      throw new Refusal(
          "no-home", "%s is no home of Huodang; name the right one with --home".formatted(path));
    }
  }

  Path path() {
    if (home != null) {
      return home.toAbsolutePath().normalize();
    }
    String named = System.getenv("HUODANG_HOME");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    if (System.getProperty("user.name").equals("root")) {
      return Path.of("/var/lib/huodang");
    }
    String data = System.getenv("XDG_DATA_HOME");
    return (data == null || data.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(data))
        .resolve("huodang")
        .toAbsolutePath();
  }
}
