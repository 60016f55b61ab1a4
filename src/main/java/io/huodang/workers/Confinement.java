package io.huodang.workers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commands before a worker's own that take its rights and its weight: each is tried once, for
 * systems and containers differ in what they have and allow.
 */
final class Confinement {
  /** The largest file that a worker may write: more than any picture, less than a disk. */
  private static final long LARGEST_FILE = 1L << 30;

  private Confinement() {}

  /**
   * What stands before {@code java}.
   *
   * @throws WorkersUnavailable when the server is root and cannot give its rights up
   */
  static List<String> prefix(Optional<WorkerUser> user) throws WorkersUnavailable {
    List<String> prefix = new ArrayList<>();
    if (user.isPresent()) {
      String uid = Long.toString(user.get().uid());
      String gid = Long.toString(user.get().gid());
      add(prefix, "setpriv", "--reuid", uid, "--regid", gid, "--clear-groups", "--no-new-privs");
      if (prefix.isEmpty()) {
        throw new WorkersUnavailable(
            "Page workers do not run as root, and setpriv, which takes their rights away, does not"
                + " work here. Install util-linux, or start Huodang as another user.",
            null);
      }
    } else {
      add(prefix, "setpriv", "--no-new-privs");
    }
    // Ctrl-C at the server's terminal is for the server, which then ends its workers itself.
    add(prefix, "setsid");
    add(prefix, "prlimit", "--core=0", "--fsize=" + LARGEST_FILE);
    add(prefix, "nice", "-n", "19");
    add(prefix, "ionice", "-c", "3");
    add(prefix, "chrt", "-i", "0");
    return List.copyOf(prefix);
  }

  private static void add(List<String> prefix, String... command) {
    List<String> trial = new ArrayList<>(prefix);
    trial.addAll(List.of(command));
    trial.add("true");
    if (succeeds(trial)) {
      prefix.addAll(List.of(command));
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
