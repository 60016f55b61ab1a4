package io.huodang.intake;

import io.huodang.access.Users;
import io.huodang.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into every watched folder, on a timer and sooner when the file system says that something
 * changed: network shares often do not say so.
 */
@Component
class WatchedFolders implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WatchedFolders.class);

  /** Milliseconds; a large file on its way makes many events, one look answers all of a moment. */
  private static final long MOMENT = 500;

  private final IntakeSettings settings;
  private final Intake intake;
  private final Batches batches;
  private final WatchedDeliveries deliveries;
  private final WatchedFailures failures;
  private final Users users;
  private final Audit audit;
  private final MessageSource messages;
  private final List<Thread> threads = new ArrayList<>();

  WatchedFolders(
      IntakeSettings settings,
      Intake intake,
      Batches batches,
      WatchedDeliveries deliveries,
      WatchedFailures failures,
      Users users,
      Audit audit,
      MessageSource messages) {
    this.settings = settings;
    this.intake = intake;
    this.batches = batches;
    this.deliveries = deliveries;
    this.failures = failures;
    this.users = users;
    this.audit = audit;
    this.messages = messages;
  }

  @Override
  public void start() {
    for (IntakeSettings.Watched watched : settings.watched()) {
      Path folder = watched.folder();
      if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
        log.error(
            "The watched folder {} is not there or cannot be written: what was taken in could not be"
                + " removed from it. It is not watched; mend that and start again",
            folder);
        continue;
      }
      WatchedFolder one =
          new WatchedFolder(
              watched,
              intake,
              batches,
              deliveries,
              failures,
              users,
              audit,
              messages,
              InstantSource.system());
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("huodang-watch-" + folder.getFileName())
              .start(() -> watch(watched, one)));
      log.info("Watching {}", folder);
    }
  }

  private static void watch(IntakeSettings.Watched watched, WatchedFolder folder) {
    try (WatchService changes = watched.folder().getFileSystem().newWatchService()) {
      watched
          .folder()
          .register(
              changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      @Nullable String trouble = null;
      while (!Thread.currentThread().isInterrupted()) {
        trouble = look(folder, trouble);
        @Nullable WatchKey change = changes.poll(watched.look().toMillis(), TimeUnit.MILLISECONDS);
        if (change != null) {
          Thread.sleep(MOMENT);
          change.pollEvents();
          change.reset();
        }
      }
    } catch (InterruptedException e) {
      log.debug("No longer watching {}", watched.folder());
    } catch (IOException e) {
      log.error("The folder {} cannot be watched any more", watched.folder(), e);
    }
  }

  /** Returns what went wrong, which is said once and not at every look. */
  private static @Nullable String look(WatchedFolder folder, @Nullable String before) {
    try {
      folder.look();
      return null;
    } catch (IOException | RuntimeException e) {
      // The kind only: a message would quote a delivered path, which may name a person.
      String trouble = e.getClass().getSimpleName();
      if (!trouble.equals(before)) {
        log.warn("A look into a watched folder failed; the next one tries again: {}", trouble);
      }
      return trouble;
    }
  }

  @Override
  public void stop() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }
}
