package io.huodang.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that an operator typed and that has ended.
 *
 * @param status its exit status
 * @param printed the lines on its standard output, which it has let go of
 * @param said the lines on its standard error
 */
public record Attempt(int status, List<String> printed, List<String> said) {

  /** {@code up} on a free port; it must end by itself. */
  public static Attempt up(Path home) throws Exception {
    return up(Map.of(), home);
  }

  /** The same with settings in the environment. */
  public static Attempt up(Map<String, String> environment, Path home) throws Exception {
    return up(environment, home, ServerProcess.freePort());
  }

  /** The same on a given port. */
  public static Attempt up(Map<String, String> environment, Path home, int port) throws Exception {
    return of(environment, ServerProcess.command(home, port));
  }

  /** The script {@code ./huodang}. */
  public static Attempt script(Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "./huodang"));
    command.addAll(List.of(arguments));
    return of(environment, command);
  }

  /** Any command. */
  public static Attempt of(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path said = TestLogs.fileFor("attempt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> printed = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    int status = process.waitFor();
    return new Attempt(status, printed, Files.readAllLines(said, StandardCharsets.UTF_8));
  }
}
