package io.huodang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what the servers of tests wrote, so that {@link LogGate} can look through it. */
public final class TestLogs {
  private static final Path KEPT = Path.of("target", "test-logs");
  private static final List<String> FOLDERS =
      List.of("logs", "postgresql/logs", "elasticsearch/logs", "minio/logs");

  private TestLogs() {}

  /** A file of its own for what a process writes. */
  public static Path fileFor(String what) throws IOException {
    Files.createDirectories(KEPT);
    return Files.createTempFile(KEPT, what + "-", ".log");
  }

  /** Copies the logs of a home, before it is deleted or used again. */
  static void keep(Path home) {
    Path target = KEPT.resolve(home.toString().replaceAll("[^A-Za-z0-9]+", "-"));
    for (String folder : FOLDERS) {
      Path logs = home.resolve(folder);
      if (Files.isDirectory(logs)) {
        copy(logs, target.resolve(folder));
      }
    }
  }

  private static void copy(Path logs, Path target) {
    try (Stream<Path> files = Files.list(logs)) {
      Files.createDirectories(target);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
