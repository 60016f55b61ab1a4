package io.huodang.cli;

import io.huodang.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server leaves in its home while it serves: {@code server.json}.
 *
 * @param pid its process
 * @param url where it answers
 * @param version of the program
 * @param since when it was ready
 * @param vault where bytes are kept, and what that place was seen to do
 * @param parts what it needs beside itself
 */
record RunningServer(
    long pid, String url, String version, Instant since, String vault, List<Part> parts) {

  private static Path file(Path home) {
    return home.resolve("server.json");
  }

  /** The server that serves now from this home; empty also while it starts. */
  static Optional<RunningServer> in(Path home) throws IOException {
    OptionalLong user = Home.user(home);
    return user.isPresent() && Files.exists(file(home))
        ? Optional.of(JsonMapper.shared().readValue(file(home).toFile(), RunningServer.class))
            .filter(server -> server.pid == user.getAsLong())
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
