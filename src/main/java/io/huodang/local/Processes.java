package io.huodang.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of this machine, as the system shows them under {@code /proc}. */
public final class Processes {
  private static final Path ALL = Path.of("/proc");
  private static final long KILOBYTE = 1024;

  private Processes() {}

  /** The processes whose working directory lies in this folder, this one never among them. */
  public static List<Long> below(Path directory) {
    long self = ProcessHandle.current().pid();
    try (Stream<Path> all = Files.list(ALL)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .filter(pid -> pid != self && worksBelow(directory, pid))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The working directory; the root folder of one that has ended or is not ours to look at. */
  public static Path directory(long pid) {
    try {
      return Files.readSymbolicLink(ALL.resolve(pid + "/cwd"));
    } catch (IOException endedOrNotOurs) {
      return Path.of("/");
    }
  }

  /** Sends a signal, for example {@code TERM}, to each of these processes. */
  public static void signal(String signal, List<Long> pids) throws IOException {
    for (long pid : pids) {
      try {
        new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, "" + pid)
            .redirectErrorStream(true)
            .start()
            .waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean worksBelow(Path directory, long pid) {
    return directory(pid).startsWith(directory);
  }

  /**
   * The bytes of memory that these processes hold, what several share counted once among them where
   * the system tells us.
   */
  public static long memory(List<Long> pids) {
    return pids.stream().mapToLong(Processes::memory).sum();
  }

  private static long memory(long pid) {
    long share = kilobytes(pid, "smaps_rollup", "Pss:");
    return KILOBYTE * (share > 0 ? share : kilobytes(pid, "status", "VmRSS:"));
  }

  private static long kilobytes(long pid, String file, String label) {
    try (Stream<String> lines = Files.lines(ALL.resolve(pid + "/" + file))) {
      return lines
          .filter(line -> line.startsWith(label))
          .findFirst()
          .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
          .orElse(0L);
    } catch (IOException | java.io.UncheckedIOException endedOrNotOurs) {
      return 0;
    }
  }
}
