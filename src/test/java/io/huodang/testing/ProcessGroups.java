package io.huodang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kills processes with everything in their groups, as the kernel does when memory runs out. */
final class ProcessGroups {
  private static final Path PROCESSES = Path.of("/proc");

  private ProcessGroups() {}

  /** The processes whose working folder lies in this one. */
  static List<Long> workingBelow(Path folder) {
    return all().filter(pid -> Path.of(folderOf(pid)).startsWith(folder)).toList();
  }

  /** Kills the groups of all these processes at once. */
  static void kill(List<Long> pids) {
    Set<String> groups =
        pids.stream().map(ProcessGroups::groupOf).flatMap(List::stream).collect(Collectors.toSet());
    for (String group : groups) {
      try {
        new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + group).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Stream<Long> all() {
    try (Stream<Path> entries = Files.list(PROCESSES)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its working folder; empty when it has ended. */
  static String folderOf(long pid) {
    try {
      return Files.readSymbolicLink(PROCESSES.resolve(pid + "/cwd")).toString();
    } catch (IOException endedOrNotOurs) {
      return "";
    }
  }

  /** The group's number, the third after the name in brackets (proc(5)); none when it has ended. */
  private static List<String> groupOf(long pid) {
    try {
      String about = Files.readString(PROCESSES.resolve(pid + "/stat"));
      return List.of(about.substring(about.lastIndexOf(')') + 2).split(" ")[2]);
    } catch (IOException ended) {
      return List.of();
    }
  }
}
