package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.local.Processes;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code down}: stops the server and all that it started. */
@Command(
    name = "down",
    description = "Stops the server and all that it started.",
    mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long BETWEEN_LOOKS = 3; // seconds

  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() throws Exception {
    Path path = home.path();
    OptionalLong user = Home.user(path);
    if (user.isEmpty()) {
      System.out.println("No Huodang server runs on " + path);
      return 0;
    }
    Optional<ProcessHandle> server = ProcessHandle.of(user.getAsLong());
    if (server.isPresent()) {
      if (!server.get().destroy()) {
        throw new Refusal(
            "not-allowed",
            "Process %d, the server on %s, belongs to another user; stop it as that user"
                .formatted(user.getAsLong(), path));
      }
      await(server.get(), path);
    }
    System.out.println("Huodang has stopped");
    return 0;
  }

  private static void await(ProcessHandle server, Path home)
      throws IOException, InterruptedException, ExecutionException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String said = "";
    while (true) {
      try {
        server.onExit().get(BETWEEN_LOOKS, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        String waitsFor = waitsFor(home);
        if (Instant.now().isAfter(deadline)) {
          throw new Refusal(
              "still-running",
              "The server (process %d) has not stopped within %d minutes; it waits for %s. See %s"
                  .formatted(
                      server.pid(),
                      PATIENCE.toMinutes(),
                      waitsFor,
                      home.resolve("logs/server.log")),
              e);
        }
        if (!waitsFor.equals(said)) {
          System.err.println("Stopping; waits for " + waitsFor);
          said = waitsFor;
        }
      }
    }
  }

  private static String waitsFor(Path home) throws IOException {
    if (Home.user(home).isEmpty()) {
      return "what makes the next start faster to be written; all else has stopped";
    }
    List<String> parts =
        Stream.of("postgresql", "elasticsearch", "minio")
            .filter(part -> !Processes.below(home.resolve(part)).isEmpty())
            .toList();
    return parts.isEmpty() ? "requests under way" : String.join(", ", parts);
  }
}
