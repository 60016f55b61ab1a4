package io.huodang.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes of an earlier run that outlived their server and their watchdog, found by their working
 * directory: they hold locks and shared memory that would keep the next run from starting.
 */
final class Leftovers {
  private static final Path PROCESSES = Path.of("/proc");

  private Leftovers() {}

  /** Ends all processes that work below this folder: first as the program wishes, then by force. */
  static void end(Path directory, Launch.End end) throws IOException, InterruptedException {
    List<String> found = below(directory);
    if (found.isEmpty()) {
      return;
    }
    signal(end.first(), found);
    if (!gone(directory, Duration.ofSeconds(end.patience()))) {
      signal("KILL", below(directory));
      gone(directory, Duration.ofSeconds(5));
    }
  }

  private static boolean gone(Path directory, Duration patience) throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (!below(directory).isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  private static void signal(String signal, List<String> processes) throws IOException {
    for (String process : processes) {
      try {
        new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, process)
            .redirectErrorStream(true)
            .start()
            .waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The numbers of all processes whose working directory lies in this folder. */
  static List<String> below(Path directory) {
    long self = ProcessHandle.current().pid();
    try (Stream<Path> all = Files.list(PROCESSES)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .filter(name -> Long.parseLong(name) != self)
          .filter(name -> worksBelow(directory, name))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean worksBelow(Path directory, String process) {
    try {
      Path folder = Files.readSymbolicLink(PROCESSES.resolve(process).resolve("cwd"));
      return folder.startsWith(directory);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }
}
