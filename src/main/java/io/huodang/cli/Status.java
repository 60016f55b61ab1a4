package io.huodang.cli;

import io.huodang.local.Home;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: says what runs and where; its exit status is 0 when a server runs. */
@Command(
    name = "status",
    description = "Says what runs and where.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() throws Exception {
    Path path = home.path();
    Optional<RunningServer> server = RunningServer.in(path);
    if (server.isEmpty() || !Home.isInUse(path)) {
      System.out.println("No Huodang server runs on " + path);
      return 1;
    }
    System.out.println("Huodang runs at " + server.get().url() + ", process " + server.get().pid());
    System.out.println("Home: " + path);
    ProcessHandle.of(server.get().pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(child -> child.info().command().isPresent())
        .forEach(
            child ->
                System.out.println(
                    "  process " + child.pid() + "  " + child.info().command().orElseThrow()));
    return 0;
  }
}
