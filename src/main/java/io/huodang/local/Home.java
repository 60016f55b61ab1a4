package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that holds all data of one server, held by this process alone until it is closed.
 *
 * <p>Child processes run as another user where we are root: each has a folder of its own in the
 * home that is closed to everybody else, and the home itself may be passed through by all.
 */
public final class Home implements AutoCloseable {
  private static final String RESTORING = "restoring";

  /** Least room for a start, in bytes: PostgreSQL and Elasticsearch write their logs first. */
  private static final long LEAST_ROOM = 256L << 20;

  /**
   * The homes that this process holds. The system lets go of a file's lock as soon as the process
   * closes the file anywhere: of a home in here, {@code lock} is never opened a second time.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Account account;
  private final FileChannel channel;
  private final FileLock lock;
  private final boolean restoredAgain;

  private Home(
      Path path, Account account, FileChannel channel, FileLock lock, boolean restoredAgain) {
    this.restoredAgain = restoredAgain;
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
   *     ({@code disk-full}), or it was restored and not to the end ({@code restore-unfinished})
   */
  public static Home open(Path path) throws IOException {
    return open(path, Purpose.SERVE);
  }

  /**
   * Takes a new home, or one in which a restore did not end, to restore a backup into it; until
   * {@link #restoreEnded} no server starts on it.
   *
   * @throws Refusal as {@link #open}; {@code home-not-empty} when it holds anything else
   */
  public static Home forRestore(Path path) throws IOException {
    return open(path, Purpose.RESTORE);
  }

  /**
   * Takes a home whose registry is lost, or a new one, to make the registry again; until {@link
   * #restoreEnded} no server starts on it.
   *
   * @throws Refusal as {@link #open}; {@code registry-in-home} when it holds one
   */
  public static Home forNewRegistry(Path path) throws IOException {
    return open(path, Purpose.NEW_REGISTRY);
  }

  private enum Purpose {
    SERVE,
    RESTORE,
    NEW_REGISTRY
  }

  private static Home open(Path path, Purpose purpose) throws IOException {
    Path home = of(path);
    Account account = Account.forChildren();
    create(home);
    if (!HELD.add(home)) {
      throw inUse(home, ProcessHandle.current().pid());
    }
    try {
      return take(home, account, purpose);
    } catch (IOException | RuntimeException e) {
      HELD.remove(home);
      throw e;
    }
  }

  private static Path of(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Refusal inUse(Path home, long process) {
    return new Refusal(
        "home-in-use",
        "Another Huodang server uses the home %s (process %d); see ./huodang status, or name another --home"
            .formatted(home, process));
  }

  private static Home take(Path home, Account account, Purpose purpose) throws IOException {
    FileChannel channel = openLock(home);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(home, number(Files.readString(home.resolve("lock")).strip()));
      }
      refuseFullDisk(home);
      leaveProcess(channel);
      boolean again = Files.exists(home.resolve(RESTORING));
      switch (purpose) {
        case SERVE -> refuseUnfinishedRestore(home, again);
        case RESTORE -> beginRestore(home, again);
        case NEW_REGISTRY -> beginNewRegistry(home, again);
      }
      HomeFormat.check(home);
      refuseClosed(home, account);
      return new Home(home, account, channel, lock, again);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void beginRestore(Path home, boolean again) throws IOException {
    try (Stream<Path> there = Files.list(home)) {
      if (!again && there.anyMatch(one -> !one.endsWith("lock"))) {
        throw new Refusal(
            "home-not-empty",
            "The home %s is not empty; restore into a new one with --home, nothing was changed"
                .formatted(home));
      }
    }
    SyncedFile.write(home.resolve(RESTORING), "A backup is being restored into this home.\n");
  }

  private static void beginNewRegistry(Path home, boolean again) throws IOException {
    if (!again && Files.exists(home.resolve("postgresql"))) {
      throw new Refusal(
          "registry-in-home",
          "The home %s holds a registry; when it is lost, move its folder postgresql away and call this again, nothing was changed"
              .formatted(home));
    }
    SyncedFile.write(home.resolve(RESTORING), "The registry of this home is being made again.\n");
  }

  private static void refuseUnfinishedRestore(Path home, boolean unfinished) {
    if (unfinished) {
      throw new Refusal(
          "restore-unfinished",
          "A restore into the home %s did not end; restore again, or name another --home"
              .formatted(home));
    }
  }

  /** Whether an earlier restore left something here. */
  public boolean isRestoredAgain() {
    return restoredAgain;
  }

  /** Everything is restored: a server may start here. */
  public void restoreEnded() throws IOException {
    Files.delete(path.resolve(RESTORING));
    SyncedFile.sync(path);
  }

  /**
   * A secret of a home that a server has open.
   *
   * @throws Refusal {@code home-unreadable} when it is not ours to read
   */
  public static String secretOf(Path home, String name) {
    try {
      return Files.readString(home.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new Refusal(
          "home-unreadable",
          "The secrets of the home %s cannot be read by %s; run this as the user who runs the server"
              .formatted(home, System.getProperty("user.name")),
          e);
    }
  }

  /** The process that uses this home now, or empty when none does. */
  public static OptionalLong user(Path path) throws IOException {
    Path file = path.resolve("lock");
    if (Files.notExists(file)) {
      return OptionalLong.empty();
    }
    if (HELD.contains(of(path))) {
      return OptionalLong.of(ProcessHandle.current().pid());
    }
    try (FileChannel channel = openLock(path);
        FileLock lock = channel.tryLock()) {
      return lock == null
          ? OptionalLong.of(number(Files.readString(file).strip()))
          : OptionalLong.empty();
    }
  }

  /** Zero, which no process has, in the moment before the number is there. */
  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static void leaveProcess(FileChannel channel) throws IOException {
    byte[] number = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(number), 0);
  }

  private static FileChannel openLock(Path home) {
    try {
      return FileChannel.open(
          home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(home, e);
    }
  }

  private static Refusal unusable(Path home, IOException why) {
    return new Refusal(
        "home-unusable",
        "The home %s cannot be made or written by %s (%s); let that user write it, or name another with --home"
            .formatted(home, System.getProperty("user.name"), reason(why)),
        why);
  }

  private static String reason(IOException why) {
    return switch (why) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "something that is no folder stands there";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> why.getClass().getSimpleName();
    };
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
      throw unusable(home, e);
    }
  }

  static void refuseFullDisk(Path home) throws IOException {
    long room = Files.getFileStore(home).getUsableSpace();
    if (room < LEAST_ROOM) {
      throw new Refusal(
          "disk-full",
          "The disk of %s has %d MB left, a start needs %d MB; make room, nothing was changed"
              .formatted(home, room >> 20, LEAST_ROOM >> 20));
    }
  }

  static void refuseClosed(Path home, Account account) throws IOException {
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

  /** The folder of what the server and its children say. */
  public Path logs() throws IOException {
    return closed("logs");
  }

  /** Where a child's own first and last words go. */
  Path log(String name) throws IOException {
    return logs().resolve(name + ".log");
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
    HELD.remove(path);
  }
}
