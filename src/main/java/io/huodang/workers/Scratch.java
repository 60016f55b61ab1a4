package io.huodang.workers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One pool's folder of files under way; a worker reaches no more of it than its own request.
 *
 * <p>Thread-safe.
 */
final class Scratch implements AutoCloseable {
  private static final String PREFIX = "huodang-workers-";

  private final Path root;
  private final Optional<UserPrincipal> owner;
  private final AtomicLong count = new AtomicLong();

  private final Inputs inputs;

  private Scratch(Path root, Optional<UserPrincipal> owner) throws IOException {
    this.root = root;
    this.owner = owner;
    this.inputs = new Inputs(Folders.make(root.resolve("inputs"), "rwx------"));
  }

  /**
   * Makes a fresh folder and deletes those of servers that were killed.
   *
   * @param user who will own what workers may write; empty for whom we run as
   */
  static Scratch make(Path place, Optional<WorkerUser> user) throws IOException {
    Files.createDirectories(place);
    deleteAbandoned(place);
    Path root = Files.createTempDirectory(place, PREFIX + ProcessHandle.current().pid() + "-");
    // Enter, but do not list: request folders are named by number, and each guards its own.
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    Optional<UserPrincipal> owner = Optional.empty();
    if (user.isPresent()) {
      String name = user.get().name();
      owner =
          Optional.of(
              root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    }
    return new Scratch(root, owner);
  }

  private static void deleteAbandoned(Path place) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : left) {
        String[] parts = folder.getFileName().toString().substring(PREFIX.length()).split("-");
        if (parts.length == 2
            && parts[0].matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(parts[0])).isEmpty()
            && Files.isWritable(folder)) {
          Folders.delete(folder);
        }
      }
    }
  }

  Path root() {
    return root;
  }

  /** A folder that workers may write to and others may not enter. */
  Path workersOwn(Path folder) throws IOException {
    Folders.make(folder, "rwx------");
    if (owner.isPresent()) {
      Files.setOwner(folder, owner.get());
    }
    return folder;
  }

  /** A folder for a worker's temporary files. */
  Path temporary() throws IOException {
    return workersOwn(root.resolve("worker-" + count.incrementAndGet()));
  }

  /** The place of one request. */
  Room room() throws IOException {
    return new Room(Folders.make(root.resolve("request-" + count.incrementAndGet()), "rwx--x--x"));
  }

  @Override
  public void close() {
    Folders.delete(root);
  }

  /** One request's input, which its worker can only read, and its output, which is collected. */
  final class Room implements AutoCloseable {
    private final Path folder;
    private final Path output;

    private Room(Path folder) throws IOException {
      this.folder = folder;
      this.output = workersOwn(folder.resolve("output"));
    }

    /** Lays the bytes where the worker can read them; returns how many. */
    long fill(PageWorkers.Bytes bytes) throws IOException {
      return inputs.lay(bytes, input());
    }

    Path input() {
      return folder.resolve("file");
    }

    Path output() {
      return output;
    }

    Path collected() {
      return folder.resolve("collected");
    }

    @Override
    public void close() {
      Folders.delete(folder);
    }
  }
}
