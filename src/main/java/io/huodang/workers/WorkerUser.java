package io.huodang.workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whom workers run as when the server is root.
 *
 * @param name of the user
 * @param uid its number
 * @param gid the number of its group
 */
record WorkerUser(String name, long uid, long gid) {
  private static final List<String> USUAL = List.of("huodang", "nobody");

  /**
   * The user that the settings name, else a usual one; empty when the server is not root, and
   * workers run as whom it runs.
   *
   * @throws WorkersUnavailable when the server is root and there is no such user
   */
  static Optional<WorkerUser> find(WorkersSettings settings) throws WorkersUnavailable {
    if (!isRoot()) {
      return Optional.empty();
    }
    List<String> names = settings.user().isBlank() ? USUAL : List.of(settings.user());
    for (String name : names) {
      Optional<Long> uid = number("-u", name);
      Optional<Long> gid = number("-g", name);
      if (uid.isPresent() && gid.isPresent() && uid.get() != 0) {
        return Optional.of(new WorkerUser(name, uid.get(), gid.get()));
      }
    }
    throw new WorkersUnavailable(
        "Page workers do not run as root, and there is no user "
            + String.join(" or ", names)
            + ". Add one (useradd --system huodang), or name another in huodang.workers.user.",
        null);
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
          && uid == 0;
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static Optional<Long> number(String which, String name) {
    try {
      Process id = new ProcessBuilder("id", which, name).start();
      String said = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean known = id.waitFor(10, TimeUnit.SECONDS) && id.exitValue() == 0;
      return known ? Optional.of(Long.valueOf(said)) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
