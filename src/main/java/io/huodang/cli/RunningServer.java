package io.huodang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server leaves in its home while it runs: {@code server.json}.
 *
 * @param pid its process
 * @param url where it answers
 */
record RunningServer(long pid, String url) {

  private static Path file(Path home) {
    return home.resolve("server.json");
  }

  static Optional<RunningServer> in(Path home) throws IOException {
    return Files.exists(file(home))
        ? Optional.of(JsonMapper.shared().readValue(file(home).toFile(), RunningServer.class))
            .filter(server -> ProcessHandle.of(server.pid).isPresent())
        : Optional.empty();
  }

  void leaveIn(Path home) throws IOException {
    Path part = home.resolve("server.json.part");
    JsonMapper.shared().writeValue(part.toFile(), this);
    Files.move(part, file(home), StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(Path home) throws IOException {
    Files.deleteIfExists(file(home));
  }
}
