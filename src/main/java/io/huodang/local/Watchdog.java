package io.huodang.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One run of a program under a small shell that holds the other end of a pipe from us: when we end
 * it, or end ourselves however that comes about, the shell ends the program cleanly.
 */
final class Watchdog {
  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a program.
   *
   * @param launch what its preparation gave
   * @param script the file {@code watchdog.sh}, readable by the program's user
   */
  static Watchdog start(Program program, Launch launch, Path script) throws IOException {
    End end = program.end();
    Place place = program.place();
    List<String> guarded =
        new ArrayList<>(
            List.of(
                "sh",
                script.toString(),
                end.first(),
                "" + end.patience(),
                end.second(),
                "" + end.lastPatience(),
                place.directory().toString()));
    guarded.addAll(launch.command());
    // An own session: an interrupt typed at the terminal reaches the server, which then decides.
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(place.account().running(guarded));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
    Command.plain(builder.environment(), launch.environment());
    return new Watchdog(builder.start());
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  CompletableFuture<Process> onExit() {
    return shell.onExit();
  }

  /** Lets go of the pipe, which ends the program, and waits until it has ended. */
  void end() throws InterruptedException {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      shell.destroy();
    }
    shell.waitFor();
  }
}
