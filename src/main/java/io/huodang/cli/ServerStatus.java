package io.huodang.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.local.Knock;
import io.huodang.local.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was seen of a running server and of what it needs, from outside: it may be ill.
 *
 * @param uptimeSeconds since it was ready
 * @param parts what the server needs beside itself
 * @param workers the page workers
 * @param freeBytes on the disk of the home
 */
record ServerStatus(
    String url,
    String version,
    Instant since,
    long uptimeSeconds,
    Seen server,
    List<Seen> parts,
    Seen workers,
    String home,
    long freeBytes,
    String vault) {

  /**
   * One program.
   *
   * @param address where it listens; empty where that is nobody's business
   * @param processes their numbers; none when it runs elsewhere or not at all
   * @param memoryBytes of all of them
   */
  record Seen(String name, State state, String address, List<Long> processes, long memoryBytes) {}

  /** How a program was found. */
  enum State {
    RUNNING("runs"),
    SILENT("runs, but does not answer"),
    ABSENT("does not run; the server starts it again"),
    ELSEWHERE("answers"),
    AWAY("does not answer"),
    IDLE("none at present");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ServerStatus of(Path home, RunningServer running) throws IOException {
    return new ServerStatus(
        running.url(),
        running.version(),
        running.since(),
        Duration.between(running.since(), Instant.now()).toSeconds(),
        seen("Huodang", State.RUNNING, running.url(), List.of(running.pid())),
        running.parts().stream().map(part -> look(part, home)).toList(),
        workers(running.pid()),
        home.toString(),
        Files.getFileStore(home).getUsableSpace(),
        running.vault());
  }

  private static Seen look(Part part, Path home) {
    boolean open = Knock.isOpen(part.host(), part.port());
    String address = part.host() + ":" + part.port();
    if (part.folder().isEmpty()) {
      return seen(part.name(), open ? State.ELSEWHERE : State.AWAY, address, List.of());
    }
    List<Long> processes = Processes.below(home.resolve(part.folder().get()));
    State state = processes.isEmpty() ? State.ABSENT : open ? State.RUNNING : State.SILENT;
    return seen(part.name(), state, address, processes);
  }

  /** Known by the folder that they work in, whose name holds the server's number. */
  private static Seen workers(long server) {
    String folder = "huodang-workers-" + server + "-";
    List<Long> processes =
        ProcessHandle.of(server).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid)
            .filter(child -> Processes.directory(child).toString().contains(folder))
            .toList();
    return seen("Page workers", processes.isEmpty() ? State.IDLE : State.RUNNING, "", processes);
  }

  private static Seen seen(String name, State state, String address, List<Long> processes) {
    return new Seen(name, state, address, processes, Processes.memory(processes));
  }

  /** Everything that was looked at. */
  Stream<Seen> all() {
    return Stream.of(Stream.of(server), parts.stream(), Stream.of(workers)).flatMap(one -> one);
  }
}
