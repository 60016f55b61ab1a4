package io.huodang.cli;

import io.huodang.cli.ServerStatus.Seen;
import io.huodang.local.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: says what runs and where; its exit status is 0 when a server serves. */
@Command(
    name = "status",
    description = "Says what runs and where.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int NAMED_PROCESSES = 3;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path path = home.path();
    Optional<RunningServer> running = RunningServer.in(path);
    if (running.isEmpty()) {
      boolean starting = Home.user(path).isPresent();
      if (json) {
        System.out.println(
            JsonMapper.shared()
                .writeValueAsString(
                    Map.of("home", path.toString(), "state", starting ? "starting" : "down")));
      } else {
        System.out.println(
            (starting
                    ? "A Huodang server is just starting or stopping on "
                    : "No Huodang server runs on ")
                + path);
      }
      return 1;
    }
    ServerStatus status = ServerStatus.of(path, running.get());
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(status));
    } else {
      print(status);
    }
    return 0;
  }

  private static void print(ServerStatus status) {
    System.out.printf(
        "Huodang %s serves at %s since %s (%s)%n",
        status.version(),
        status.url(),
        TIME.format(status.since().atZone(ZoneId.systemDefault())),
        words(Duration.ofSeconds(status.uptimeSeconds())));
    status.all().forEach(seen -> System.out.printf("  %-14s %s%n", seen.name(), words(seen)));
    System.out.printf(
        "  %-14s %s, %.1f GB free%n", "Home", status.home(), status.freeBytes() / 1e9);
    System.out.printf("  %-14s %s%n", "Vault", status.vault());
  }

  private static String words(Seen seen) {
    StringBuilder words = new StringBuilder(seen.state().words());
    if (!seen.address().isEmpty()) {
      words.append(", ").append(seen.address());
    }
    int count = seen.processes().size();
    if (count > NAMED_PROCESSES) {
      words.append(", %d processes (first %d)".formatted(count, seen.processes().getFirst()));
    } else if (count > 0) {
      words
          .append(count == 1 ? ", process " : ", processes ")
          .append(String.join(" ", seen.processes().stream().map(String::valueOf).toList()));
    }
    if (seen.memoryBytes() > 0) {
      words.append(", %d MB".formatted(seen.memoryBytes() / 1_000_000));
    }
    return words.toString();
  }

  private static String words(Duration up) {
    if (up.toDays() > 0) {
      return "%d days %d hours".formatted(up.toDays(), up.toHoursPart());
    }
    return up.toHours() > 0
        ? "%d hours %d minutes".formatted(up.toHours(), up.toMinutesPart())
        : "%d minutes %d seconds".formatted(up.toMinutes(), up.toSecondsPart());
  }
}
