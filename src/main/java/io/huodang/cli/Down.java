package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.vocabulary.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code down}: stops the server and all that it started. */
@Command(
    name = "down",
    description = "Stops the server and all that it started.",
    mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() throws Exception {
    Path path = home.path();
    Optional<RunningServer> server = RunningServer.in(path);
    if (server.isEmpty() || !Home.isInUse(path)) {
      System.out.println("No Huodang server runs on " + path);
      return 0;
    }
    ProcessHandle process =
        ProcessHandle.of(server.get().pid())
            .orElseThrow(() -> new Refusal("gone", "The server has just ended by itself"));
    process.destroy();
    process.onExit().get(60, TimeUnit.SECONDS);
    System.out.println("Huodang has stopped");
    return 0;
  }
}
