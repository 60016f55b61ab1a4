package io.huodang.intake;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/**
 * Where a delivery stands while it is received: written, hashed and synced, gone after the receipt.
 */
@Component
class Spool {
  private final IntakeSettings settings;

  Spool(IntakeSettings settings) throws IOException {
    this.settings = settings;
    Files.createDirectories(settings.spool());
    clear();
  }

  /**
   * Writes a delivery to its end and syncs it.
   *
   * @throws Refusal {@code file-too-large} or {@code disk-full}; nothing is left behind
   */
  Spooled take(InputStream content) throws IOException {
    Path file = Files.createTempFile(settings.spool(), "delivery", ".part");
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
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      requireRoom(file);
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > settings.largestFile().toBytes()) {
          throw new Refusal(
              "file-too-large",
              "A file may have up to "
                  + settings.largestFile().toMegabytes()
                  + " MB; split it, or raise huodang.intake.largest-file.");
        }
        digest.update(buffer, 0, n);
        for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
          write(out, rest);
        }
      }
      requireRoom(file);
      out.force(true);
    }
    return new Spooled(file, Sha256.of(digest.digest()), size);
  }

  private static void write(FileChannel out, ByteBuffer rest) throws IOException {
    try {
      out.write(rest);
    } catch (IOException e) {
      throw new Refusal(
          "disk-full", "The disk has no room for this file; nothing was taken in.", e);
    }
  }

  private void requireRoom(Path file) throws IOException {
    if (Files.getFileStore(file).getUsableSpace() < settings.keepFree().toBytes()) {
      throw new Refusal("disk-full", "The disk has no room for this file; nothing was taken in.");
    }
  }

  /** What was in the spool when the server died was never acknowledged. */
  private void clear() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(settings.spool(), "*.part")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A delivery on disk, synced; deleted on close.
   *
   * @param file its bytes
   * @param sha256 of them
   * @param size of them
   */
  record Spooled(Path file, Sha256 sha256, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
