package io.huodang.workers;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process uses, as the kernel counts it (proc(5)).
 *
 * @param memory resident bytes; 0 when the process is gone or the system has no /proc
 * @param time processor time of the process and the children it waited for
 */
record ProcessUse(long memory, Duration time) {
  // USER_HZ, which Linux fixes for programs whatever the kernel's own clock.
  private static final int TICKS_PER_SECOND = 100;
  private static final ProcessUse NONE = new ProcessUse(0, Duration.ZERO);

  static ProcessUse of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      return new ProcessUse(
          memory(Files.readString(process.resolve("status"))),
          time(Files.readString(process.resolve("stat"))));
    } catch (IOException e) {
      return NONE;
    }
  }

  /**
   * How long the threads of a process, as many as there are now, were ready to run while something
   * else ran; zero where the kernel does not count it.
   */
  static Duration waited(long pid) {
    Path threads = Path.of("/proc", Long.toString(pid), "task");
    long nanos = 0;
    try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
      for (Path thread : each) {
        nanos += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[1]);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return Duration.ofNanos(nanos);
    }
    return Duration.ofNanos(nanos);
  }

  private static long memory(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private static Duration time(String stat) {
    // The program's name stands in parentheses and may itself hold any of these characters.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }
}
