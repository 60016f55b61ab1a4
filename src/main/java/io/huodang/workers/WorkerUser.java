package io.huodang.workers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Whom workers run as when the server is root.
 *
 * <p>Nobody else's user: a worker that was taken over must reach no file and no process, and the
 * database and the search engine run under an ordinary unprivileged user themselves.
 *
 * @param name of the user, or its number where it has no name
 * @param uid its number
 * @param gid the number of its group
 */
record WorkerUser(String name, long uid, long gid) {
  private static final String USUAL = "huodang-worker";
  // Of the numbers that neither distributions nor systemd give out (60706 to 61183: UIDS-GIDS.md).
  private static final long UNUSED = 60_800;
  private static final long UNUSED_END = 60_900;

  /**
   * The user that the settings name, else {@code huodang-worker} where it exists, else a number
   * that nobody has; empty when the server is not root, and workers run as whom it runs.
   *
   * @throws WorkersUnavailable when the server is root and there is no such user
   */
  static Optional<WorkerUser> find(WorkersSettings settings) throws WorkersUnavailable {
    if (!isRoot()) {
      return Optional.empty();
    }
    String name = settings.user().isBlank() ? USUAL : settings.user();
    Optional<WorkerUser> user = named(name);
    if (user.isEmpty() && settings.user().isBlank()) {
      user = unused();
    }
    if (user.isEmpty()) {
      throw new WorkersUnavailable(
          "Page workers do not run as root, and there is no other user "
              + name
              + ". Add it (useradd --system "
              + name
              + "), or name another in huodang.workers.user.",
          null);
    }
    return user;
  }

  private static Optional<WorkerUser> named(String name) {
    return number("-u", name)
        .filter(uid -> uid != 0)
        .flatMap(uid -> number("-g", name).map(gid -> new WorkerUser(name, uid, gid)));
  }

  private static Optional<WorkerUser> unused() {
    return LongStream.range(UNUSED, UNUSED_END)
        .filter(uid -> said("getent", "passwd", Long.toString(uid)).isEmpty())
        .filter(uid -> !runsSomething(uid))
        .mapToObj(uid -> new WorkerUser(Long.toString(uid), uid, uid))
        .findFirst();
  }

  /** Another server's workers have that number, for instance. */
  private static boolean runsSomething(long uid) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (owner(process) == uid) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRoot() {
    return owner(Path.of("/proc/self")) == 0;
  }

  /** The number of a process's user; -1 when it is gone. */
  private static long owner(Path process) {
    try {
      return Files.getAttribute(process, "unix:uid") instanceof Integer uid ? uid : -1;
    } catch (IOException | UnsupportedOperationException e) {
      return -1;
    }
  }

  private static Optional<Long> number(String which, String name) {
    return said("id", which, name).filter(said -> said.matches("\\d{1,10}")).map(Long::valueOf);
  }

  /** What a command says; empty when it fails. */
  private static Optional<String> said(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
