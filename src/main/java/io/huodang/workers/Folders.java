package io.huodang.workers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders that a hostile process may write to. */
final class Folders {
  private static final Logger log = LoggerFactory.getLogger(Folders.class);

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
    try {
      if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
          empty(entries);
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      log.warn("{} cannot be deleted: {}", folder, e.toString());
    }
  }

  private static void empty(DirectoryStream<Path> entries) throws IOException {
    if (!(entries instanceof SecureDirectoryStream<Path> folder)) {
      throw new IOException("This file system cannot delete safely");
    }
    for (Path entry : folder) {
      Path name = entry.getFileName();
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
}
