package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code up --detach}: starts the same command in a session of its own and waits until it is ready.
 */
final class DetachedUp {
  private final Path home;

  DetachedUp(Path home) {
    this.home = home;
  }

  int call() throws IOException, InterruptedException {
    Path output = Files.createTempFile("huodang-up", ".log");
    List<String> command = new ArrayList<>(List.of("setsid"));
    ProcessHandle.Info self = ProcessHandle.current().info();
    command.add(self.command().orElseThrow());
    for (String argument : self.arguments().orElseThrow()) {
      if (!argument.equals("--detach")) {
        command.add(argument);
      }
    }
    Process server =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    while (!server.waitFor(100, TimeUnit.MILLISECONDS)) {
      if (isReady(server)) {
        printReady(output);
        Path log = home.resolve("logs").resolve("server.log");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Files.createLink(log, output);
        Files.delete(output);
        return 0;
      }
    }
    List<String> said = Files.readAllLines(output);
    throw new Refusal(
        "not-started",
        said.reversed().stream()
            .filter(line -> line.startsWith("huodang: "))
            .findFirst()
            .map(line -> line.substring("huodang: ".length()))
            .orElse("The server did not start; it said: " + String.join("\n", said)));
  }

  private boolean isReady(Process server) throws IOException {
    return RunningServer.in(home).filter(there -> there.pid() == server.pid()).isPresent();
  }

  private static void printReady(Path output) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 50; attempt++) {
      List<String> lines = Files.readAllLines(output);
      int ready = -1;
      for (int i = 0; i < lines.size(); i++) {
        ready = lines.get(i).startsWith("Huodang is ready at ") ? i : ready;
      }
      if (ready >= 0) {
        lines.stream().skip(ready).filter(DetachedUp::isForPeople).forEach(System.out::println);
        return;
      }
      Thread.sleep(100);
    }
  }

  private static boolean isForPeople(String line) {
    return line.startsWith("Huodang is ready at ") || line.startsWith("Sign in as ");
  }
}
