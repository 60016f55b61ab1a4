package io.huodang.intake;

import io.huodang.access.Role;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One watched folder.
 *
 * <p>A folder in it becomes a batch when all its files have settled, and is sealed when all are
 * taken in; files that lie loose share a batch that is sealed when no more come. A file is removed
 * only after its receipt. What cannot be taken in stays, with a note beside it. Links are not
 * followed. Not thread-safe.
 */
final class WatchedFolder {
  private static final String LOOSE = "";

  /** What programs and systems leave behind; it is nobody's paper. */
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".crdownload", "~");

  private final IntakeSettings.Watched settings;
  private final Intake intake;
  private final Batches batches;
  private final WatchedDeliveries deliveries;
  private final WatchedFailures failures;
  private final Users users;
  private final Audit audit;
  private final MessageSource messages;
  private final Settling settling;

  WatchedFolder(
      IntakeSettings.Watched settings,
      Intake intake,
      Batches batches,
      WatchedDeliveries deliveries,
      WatchedFailures failures,
      Users users,
      Audit audit,
      MessageSource messages,
      InstantSource clock) {
    this.settings = settings;
    this.intake = intake;
    this.batches = batches;
    this.deliveries = deliveries;
    this.failures = failures;
    this.users = users;
    this.audit = audit;
    this.messages = messages;
    this.settling = new Settling(settings.settle(), clock);
  }

  /** Something that is nobody's file's fault: the next look tries again. */
  private static final class Later extends IOException {
    private static final long serialVersionUID = 1L;

    Later(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Takes in what has settled.
   *
   * @throws IOException when the disk is full, or the folder, the vault or the registry is away
   */
  void look() throws IOException {
    List<Path> loose = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> entries = Files.list(settings.folder())) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        } else if (isPaper(entry)) {
          loose.add(entry);
        }
      }
    }
    List<Path> present = new ArrayList<>(loose);
    for (Path folder : folders) {
      List<Path> files = filesIn(folder);
      present.addAll(files);
      takeFolder(folder, files);
    }
    takeLoose(loose);
    settling.keepOnly(present);
    failures.keepOnly(
        folderName(), present.stream().filter(FailedNote::standsBeside).map(this::below).toList());
  }

  private void takeFolder(Path folder, List<Path> files) throws IOException {
    String name = String.valueOf(folder.getFileName());
    boolean settled = true;
    for (Path file : files) {
      settled &= isSettled(file);
    }
    if (!settled) {
      return;
    }
    @Nullable UUID batch = deliveries.batchOf(folderName(), name).orElse(null);
    if (files.isEmpty()) {
      // Killed between the last file's removal and the sealing.
      if (batch != null) {
        seal(batch);
        removeEmpty(folder);
      }
      return;
    }
    if (files.stream().allMatch(FailedNote::standsBeside)) {
      return;
    }
    UUID open = batch != null ? batch : begin(name, name);
    boolean complete = true;
    for (Path file : files) {
      complete &= take(open, file);
    }
    if (complete) {
      seal(open);
      removeEmpty(folder);
    }
  }

  private void takeLoose(List<Path> files) throws IOException {
    for (Path file : files) {
      if (isSettled(file) && !FailedNote.standsBeside(file)) {
        UUID batch =
            deliveries
                .batchOf(folderName(), LOOSE)
                .orElseGet(
                    () -> begin(LOOSE, settings.folder().getFileName() + " " + LocalDate.now()));
        take(batch, file);
      }
    }
    @Nullable UUID open = deliveries.batchOf(folderName(), LOOSE).orElse(null);
    if (open != null && deliveries.isIdle(open, settings.sealAfter())) {
      seal(open);
    }
  }

  /** Whether the file is ours now; one that was refused has a note. */
  private boolean take(UUID batch, Path file) throws IOException {
    if (FailedNote.standsBeside(file)) {
      return false;
    }
    BasicFileAttributes before = attributes(file);
    if (!before.isRegularFile()) {
      fail(
          batch,
          file,
          new Reason(
              "no-plain-file",
              "这是链接或特殊文件，不予采集。It is a link or no plain file; it was not taken in."));
      return false;
    }
    String path = below(file);
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      intake.receive(
          new Delivery(batch, key(path, before), path, null, null, content, account().id()));
    } catch (Refusal e) {
      refused(batch, file, e);
      return false;
    } catch (FileSystemException e) {
      fail(
          batch,
          file,
          new Reason(
              "unreadable", "文件无法读取。The file cannot be read: " + e.getClass().getSimpleName()));
      return false;
    } catch (IOException | RuntimeException e) {
      throw new Later(e);
    }
    deliveries.touch(batch);
    BasicFileAttributes after = attributes(file);
    if (after.size() == before.size()
        && after.lastModifiedTime().equals(before.lastModifiedTime())) {
      Files.delete(file);
      return true;
    }
    // Someone wrote to it meanwhile: what it is now is taken in as well.
    return false;
  }

  private void refused(UUID batch, Path file, Refusal e) throws IOException {
    switch (e.code()) {
      case "disk-full" -> throw new Later(e);
      case "batch-sealed", "no-such-batch" -> {
        deliveries.end(batch);
        throw new Later(e);
      }
      default ->
          fail(
              batch,
              file,
              new Reason(
                  e.code(),
                  messages.getMessage("problem." + e.code(), null, "", Locale.CHINESE)
                      + "。"
                      + e.getMessage()));
    }
  }

  /** The note first: without it the next look would try again at once. */
  private void fail(UUID batch, Path file, Reason reason) throws IOException {
    FailedNote.leave(file, reason.text());
    failures.put(folderName(), below(file), batch, reason);
  }

  private String below(Path file) {
    return settings.folder().relativize(file).toString();
  }

  private UUID begin(String name, String title) {
    Batch batch =
        batches.open(
            new NewBatch(title, settings.source(), settings.arrangement(), null), account().id());
    deliveries.begin(folderName(), name, batch.id());
    audit.record(AuditEntry.of(Actor.program(), "open-batch").about("batch", batch.id()));
    return batch.id();
  }

  private void seal(UUID batch) {
    batches.seal(batch);
    deliveries.end(batch);
    audit.record(AuditEntry.of(Actor.program(), "seal-batch").about("batch", batch));
  }

  private User account() {
    return users.ofProgram("watched-folder", "监视文件夹", Role.VENDOR);
  }

  private String folderName() {
    return settings.folder().toAbsolutePath().normalize().toString();
  }

  private boolean isSettled(Path file) throws IOException {
    return settling.isSettled(file, attributes(file));
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** The same file has the same key after a restart; a new one under its name has another. */
  private static String key(String path, BasicFileAttributes file) {
    String identity = path + '\0' + file.size() + '\0' + file.lastModifiedTime();
    return Sha256.ofContent(identity.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(WatchedFolder::isPaper)
          .sorted()
          .toList();
    }
  }

  private static boolean isPaper(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !LITTER.contains(name)
        && UNFINISHED.stream().noneMatch(name::endsWith)
        && !FailedNote.isNote(file);
  }

  /** Removes folders of which nothing is left; one with anything in it stays. */
  private static void removeEmpty(Path folder) throws IOException {
    List<Path> folders;
    try (Stream<Path> below = Files.walk(folder)) {
      folders = below.filter(Files::isDirectory).sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path one : folders) {
      try (Stream<Path> left = Files.list(one)) {
        if (left.findAny().isPresent()) {
          continue;
        }
      }
      Files.delete(one);
    }
  }
}
