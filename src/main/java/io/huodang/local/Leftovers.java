package io.huodang.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Processes of an earlier run that outlived their server and their watchdog, found by their working
 * directory: they hold locks and shared memory that would keep the next run from starting.
 */
final class Leftovers {
  private Leftovers() {}

  /** Ends all processes that work below this folder: first as the program wishes, then by force. */
  static void end(Path directory, End end) throws IOException, InterruptedException {
    List<Long> found = Processes.below(directory);
    if (found.isEmpty()) {
      return;
    }
    Processes.signal(end.first(), found);
    if (!gone(directory, Duration.ofSeconds(end.patience()))) {
      Processes.signal("KILL", Processes.below(directory));
      gone(directory, Duration.ofSeconds(5));
    }
  }

  private static boolean gone(Path directory, Duration patience) throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (!Processes.below(directory).isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }
}
