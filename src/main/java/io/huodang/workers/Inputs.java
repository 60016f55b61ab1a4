package io.huodang.workers;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The files that were worked on last: a file is opened once and then read page by page, and its
 * bytes may come from afar.
 *
 * <p>Each request gets a second name of the same file, which its worker can only read. Thread-safe.
 */
final class Inputs {
  private static final int KEPT = 8;

  /**
   * Beyond this, only the last {@link #ALWAYS_KEPT} stay: two batches of large files take turns.
   */
  private static final long KEPT_BYTES = 4L << 30;

  private static final int ALWAYS_KEPT = 2;

  private final Path folder;
  private final LinkedHashMap<Sha256, Path> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

  /**
   * Keeps files in a folder that no worker can enter.
   *
   * @param folder on the file system of the requests' own
   */
  Inputs(Path folder) {
    this.folder = folder;
  }

  /** Lays the bytes at a place, where everybody can read them and nobody write; says how many. */
  long lay(PageWorkers.Bytes bytes, Path place) throws IOException {
    Optional<Sha256> name = bytes.sha256();
    if (name.isEmpty() || !isLinked(name.get(), place)) {
      try (InputStream in = bytes.open()) {
        Files.copy(in, place);
      }
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r--r--r--"));
      if (name.isPresent()) {
        keep(name.get(), place);
      }
    }
    return Files.size(place);
  }

  private synchronized boolean isLinked(Sha256 name, Path place) {
    Path file = kept.get(name);
    return file != null && link(file, place);
  }

  private synchronized void keep(Sha256 name, Path place) throws IOException {
    Path file = folder.resolve(name.hex());
    if (kept.containsKey(name) || !link(place, file)) {
      return;
    }
    kept.put(name, file);
    while (kept.size() > KEPT || kept.size() > ALWAYS_KEPT && bytes() > KEPT_BYTES) {
      Path oldest = kept.firstEntry().getValue();
      kept.pollFirstEntry();
      Files.deleteIfExists(oldest);
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : kept.values()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** False where the file system has no second names: then each request copies. */
  private static boolean link(Path from, Path to) {
    try {
      Files.createLink(to, from);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
