package io.huodang.preservation;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of backups: one folder for each, and one vault that they share, so that bytes are copied
 * once. A backup takes its name only when it is whole; what was cut short has none.
 */
public final class BackupStore implements AutoCloseable {
  private static final String MARK = "huodang-backups";
  private static final String FORMAT = "1";
  private static final String PART = ".part";

  private final Path folder;
  private final @Nullable FileChannel lock;

  private BackupStore(Path folder, @Nullable FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder to add a backup, making it when it is new; what an earlier one left is cleared.
   *
   * @throws Refusal {@code not-backups} when it holds something else, {@code backup-busy} when
   *     another backup is writing to it
   */
  public static BackupStore write(Path folder) throws IOException {
    Path mark = folder.resolve(MARK);
    if (Files.notExists(mark)) {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new Refusal(
              "not-backups",
              "%s holds something else than backups of Huodang; name an empty or a new folder"
                  .formatted(folder));
        }
      }
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      SyncedFile.write(mark, FORMAT + "\n");
    }
    check(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new Refusal(
          "backup-busy",
          "Another backup is being written to %s; wait for its end".formatted(folder));
    }
    BackupStore store = new BackupStore(folder, channel);
    Files.createDirectories(store.backups());
    FileSystemUtils.deleteRecursively(store.part());
    FileSystemUtils.deleteRecursively(store.vault().resolve("incoming"));
    FileSystemUtils.deleteRecursively(store.vault().resolve("derivatives").resolve("incoming"));
    return store;
  }

  /**
   * Opens a folder to read its backups.
   *
   * @throws Refusal {@code not-backups} or {@code backup-too-new}
   */
  public static BackupStore read(Path folder) throws IOException {
    if (Files.notExists(folder.resolve(MARK))) {
      throw new Refusal("not-backups", "%s is no folder of backups of Huodang".formatted(folder));
    }
    check(folder);
    return new BackupStore(folder, null);
  }

  private static void check(Path folder) throws IOException {
    String format = Files.readString(folder.resolve(MARK)).strip();
    if (!format.equals(FORMAT)) {
      throw new Refusal(
          "backup-too-new",
          "%s was written by a newer Huodang (format %s, this one knows %s); update first"
              .formatted(folder, format, FORMAT));
    }
  }

  /** The bytes that all backups share. */
  Path vault() {
    return folder.resolve("vault");
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  /** Where a backup is written before it is whole. */
  Path part() {
    return backups().resolve(PART);
  }

  /** Whether there is a backup of that name. */
  boolean has(String name) {
    return Files.exists(backups().resolve(name));
  }

  /** Gives what was written its name, which says that it is whole. */
  void complete(String name) throws IOException {
    SyncedFile.sync(part());
    Files.move(part(), backups().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    SyncedFile.sync(backups());
  }

  /** The whole backups, oldest first. */
  public List<String> names() throws IOException {
    if (Files.notExists(backups())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups())) {
      return all.map(backup -> String.valueOf(backup.getFileName()))
          .filter(name -> !name.equals(PART))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /**
   * The folder of a backup.
   *
   * @param name null for the newest
   * @throws Refusal {@code no-backup} when there is none
   */
  Path backup(@Nullable String name) throws IOException {
    List<String> names = names();
    Optional<String> wanted =
        name == null
            ? names.stream().max(Comparator.naturalOrder())
            : names.stream().filter(name::equals).findFirst();
    return backups()
        .resolve(
            wanted.orElseThrow(
                () ->
                    new Refusal(
                        "no-backup",
                        name == null
                            ? "%s holds no whole backup".formatted(folder)
                            : "%s holds no backup %s, only %s".formatted(folder, name, names))));
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
