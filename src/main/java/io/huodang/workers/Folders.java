package io.huodang.workers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders that a hostile process may write to. */
final class Folders {
  private static final Logger log = LoggerFactory.getLogger(Folders.class);

  // A process that was killed may write for a moment more.
  private static final int ATTEMPTS = 5;

  private Folders() {}

  /** Makes a folder with exactly these rights, whatever the umask. */
  static Path make(Path folder, String rights) throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    return folder;
  }

  /**
   * Deletes a folder and all in it. Never leaves it through a link, also when its entries are
   * exchanged meanwhile: each is reached through the open folder that holds it.
   */
  static void delete(Path folder) {
    IOException last = null;
    for (int attempt = 1;
        attempt <= ATTEMPTS && Files.isDirectory(folder, NOFOLLOW_LINKS);
        attempt++) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        empty(entries);
        Files.delete(folder);
      } catch (IOException e) {
        last = e;
      }
    }
    if (last != null && Files.exists(folder, NOFOLLOW_LINKS)) {
      log.warn("{} cannot be deleted: {}", folder, last.toString());
    }
  }

  private static void empty(DirectoryStream<Path> entries) throws IOException {
    if (!(entries instanceof SecureDirectoryStream<Path> folder)) {
      throw new IOException("This file system cannot delete safely");
    }
    for (Path entry : folder) {
      try {
        remove(folder, entry.getFileName());
      } catch (NoSuchFileException e) {
        // Somebody else deletes here, too.
      }
    }
  }

  private static void remove(SecureDirectoryStream<Path> folder, Path name) throws IOException {
    boolean isFolder =
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
            .readAttributes()
            .isDirectory();
    if (isFolder) {
      try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, NOFOLLOW_LINKS)) {
        empty(inner);
      }
      folder.deleteDirectory(name);
    } else {
      folder.deleteFile(name);
    }
  }
}
