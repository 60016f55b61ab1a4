package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A short command that is waited for. */
final class Command {
  private Command() {}

  static String run(List<String> command, Path directory, String input) throws IOException {
    return run(command, directory, Map.of(), input);
  }

  /**
   * Runs a command to its end.
   *
   * @param input what it reads from standard input
   * @return what it printed
   * @throws Refusal when it ends with another status than 0; the message holds what it printed last
   */
  static String run(
      List<String> command, Path directory, Map<String, String> environment, String input)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    plain(builder.environment(), environment);
    Process process = builder.start();
    Thread feeder =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (OutputStream in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      feeder.join();
      if (process.waitFor() != 0) {
        throw new Refusal(
            "command-failed",
            "%s failed: %s"
                .formatted(
                    command.stream()
                        .filter(word -> word.startsWith("/"))
                        .findFirst()
                        .orElse(command.getFirst()),
                    Log.lastWords(output)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("Interrupted", e);
    }
    return output;
  }

  /** Leaves nothing of our own environment: it may hold keys that a child has no business with. */
  static void plain(Map<String, String> environment, Map<String, String> wanted) {
    environment.clear();
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.putAll(wanted);
  }
}
