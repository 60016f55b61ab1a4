package io.huodang.roster;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Where a roster stands while it is imported; it holds everyone's numbers and is soon deleted. */
@Component("rosterSpool")
class Spool {
  private final RosterSettings settings;

  Spool(RosterSettings settings) throws IOException {
    this.settings = settings;
    Files.createDirectories(settings.spool());
    try (DirectoryStream<Path> left = Files.newDirectoryStream(settings.spool(), "*.csv")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A roster on disk; deleted on close.
   *
   * @param sha256 of its bytes
   */
  record Spooled(Path file, Sha256 sha256, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Writes a roster to its end.
   *
   * @throws Refusal {@code file-too-large} or {@code disk-full}; nothing is left behind
   */
  Spooled take(InputStream content) throws IOException {
    Path file = Files.createTempFile(settings.spool(), "roster", ".csv");
    try {
      return write(content, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Spooled write(InputStream content, Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    long size = 0;
    byte[] buffer = new byte[1 << 17];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        if (size >> 24 != size + n >> 24) {
          requireRoom(file);
        }
        size += n;
        if (size > settings.largestFile().toBytes()) {
          throw new Refusal(
              "file-too-large",
              "A roster may have up to %d MB; raise huodang.roster.largest-file."
                  .formatted(settings.largestFile().toMegabytes()));
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return new Spooled(file, Sha256.of(digest.digest()), size);
  }

  private void requireRoom(Path file) throws IOException {
    if (Files.getFileStore(file).getUsableSpace() < settings.keepFree().toBytes()) {
      throw new Refusal("disk-full", "The disk has no room for this roster; nothing was imported.");
    }
  }
}
