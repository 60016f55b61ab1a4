package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all data of one server, held by this process alone until it is closed.
 *
 * <p>Child processes run as another user where we are root: each has a folder of its own in the
 * home that is closed to everybody else, and the home itself may be passed through by all.
 */
public final class Home implements AutoCloseable {
  /** Least room for a start, in bytes: PostgreSQL and Elasticsearch write their logs first. */
  private static final long LEAST_ROOM = 256L << 20;

  private final Path path;
  private final Account account;
  private final FileChannel channel;
  private final FileLock lock;

  private Home(Path path, Account account, FileChannel channel, FileLock lock) {
    this.path = path;
    this.account = account;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the home for this process, making it when it is new.
   *
   * @throws Refusal when it is in use ({@code home-in-use}), was written by a newer version ({@code
   *     home-too-new}), cannot be entered by the children ({@code home-closed}) or its disk is full
   *     ({@code disk-full})
   */
  public static Home open(Path path) throws IOException {
    Path home = path.toAbsolutePath().normalize();
    Account account = Account.forChildren();
    create(home);
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new Refusal(
            "home-in-use",
            "Another Huodang server uses the home %s; see ./huodang status, or name another --home"
                .formatted(home));
      }
      refuseFullDisk(home);
      HomeFormat.check(home);
      refuseClosed(home, account);
      return new Home(home, account, channel, lock);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a server uses this home now. */
  public static boolean isInUse(Path path) throws IOException {
    Path file = path.resolve("lock");
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel)) {
      return lock == null;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static void create(Path home) throws IOException {
    try {
      boolean fresh = Files.notExists(home);
      Files.createDirectories(home);
      if (fresh) {
        // The children pass through; every folder in it says for itself who may look inside.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
      }
    } catch (IOException e) {
      throw new Refusal(
          "home-unusable",
          "The home %s cannot be made or written (%s); name another with --home"
              .formatted(home, e.getClass().getSimpleName()),
          e);
    }
  }

  private static void refuseFullDisk(Path home) throws IOException {
    long room = Files.getFileStore(home).getUsableSpace();
    if (room < LEAST_ROOM) {
      throw new Refusal(
          "disk-full",
          "The disk of %s has %d MB left, a start needs %d MB; make room, nothing was changed"
              .formatted(home, room >> 20, LEAST_ROOM >> 20));
    }
  }

  private static void refuseClosed(Path home, Account account) throws IOException {
    if (!account.other()) {
      return;
    }
    Process probe =
        new ProcessBuilder(account.running(java.util.List.of("test", "-x", home.toString())))
            .redirectErrorStream(true)
            .start();
    try {
      if (probe.waitFor() != 0) {
        throw new Refusal(
            "home-closed",
            ("The home %s cannot be entered by the user %s, who runs PostgreSQL and Elasticsearch;"
                    + " name a --home outside of closed folders such as /root")
                .formatted(home, account.name()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  Account account() {
    return account;
  }

  /** A folder in the home that belongs to the children's user and is closed to others. */
  Path directory(String name) throws IOException {
    Path directory = path.resolve(name);
    if (Files.notExists(directory)) {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    account.own(directory);
    return directory;
  }

  /** Where a child's own first and last words go. */
  Path log(String name) throws IOException {
    return closed("logs").resolve(name + ".log");
  }

  /** A password that is made at the first call and stays the same. */
  String secret(String name) throws IOException {
    return Secret.in(closed("secrets").resolve(name));
  }

  /** The watchdog's script, readable by the children's user. */
  Path watchdog() throws IOException {
    Path script = path.resolve("watchdog.sh");
    String text = Resource.text("watchdog.sh");
    if (Files.notExists(script) || !Files.readString(script).equals(text)) {
      Files.deleteIfExists(script);
      Files.writeString(script, text);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
    }
    return script;
  }

  private Path closed(String name) throws IOException {
    Path directory = path.resolve(name);
    if (Files.notExists(directory)) {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return directory;
  }

  /** Lets the home go; another server may take it. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
