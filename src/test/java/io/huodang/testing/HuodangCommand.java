package io.huodang.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command as an operator runs it: in a process of its own.
 *
 * @param status with which it ended
 * @param said on standard output
 */
public record HuodangCommand(int status, String said) {

  /** Runs a command to its end. */
  public static HuodangCommand run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  /** The same with settings in the environment. */
  public static HuodangCommand run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return end(start(environment, arguments));
  }

  /** Starts a command. */
  public static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.huodang.Huodang"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(TestLogs.fileFor("command").toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for the end of a command. */
  public static HuodangCommand end(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new HuodangCommand(process.waitFor(), said);
  }

  /** What it said with {@code --json}. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(said);
  }
}
