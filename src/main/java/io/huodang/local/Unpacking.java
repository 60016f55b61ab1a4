package io.huodang.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks a program's archive: a ZIP, or a JAR around a {@code .txz} as PostgreSQL's comes.
 *
 * <p>Done in Java because a bare Debian has neither {@code unzip} nor {@code xz}.
 */
final class Unpacking {
  private Unpacking() {}

  static void unpack(Path archive, Path target) throws IOException {
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        try (InputStream content = zip.getInputStream(entry)) {
          if (entry.getName().endsWith(".txz")) {
            untar(content, target);
          } else if (entry.isDirectory()) {
            Files.createDirectories(inside(target, entry.getName()));
          } else if (!entry.getName().startsWith("META-INF/")) {
            write(content, inside(target, entry.getName()), entry.getUnixMode());
          }
        }
      }
    }
  }

  private static void untar(InputStream compressed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(compressed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = inside(target, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(parent(path));
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          write(tar, path, entry.getMode());
        }
      }
    }
  }

  private static void write(InputStream content, Path path, int mode) throws IOException {
    Files.createDirectories(parent(path));
    Files.copy(content, path);
    boolean executable = (mode & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static Path inside(Path target, String name) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive names a file outside of itself: " + name);
    }
    return path;
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("The archive names the root folder");
    }
    return parent;
  }

  /**
   * Moves what was unpacked to its final name, on stable storage first: a program that is cut short
   * by a power failure would be found whole by name and torn inside.
   *
   * @param part the unpacked folder; when it holds a single folder, that one is moved
   */
  static Path moveInto(Path part, Path whole) throws IOException {
    sync(part);
    Path source = onlyFolder(part);
    try {
      Files.move(source, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException othersWereFaster) {
      if (!Files.isDirectory(whole)) {
        throw othersWereFaster;
      }
    }
    return whole;
  }

  private static Path onlyFolder(Path part) throws IOException {
    try (Stream<Path> children = Files.list(part)) {
      List<Path> all = children.toList();
      return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : part;
    }
  }

  private static void sync(Path path) throws IOException {
    try {
      new ProcessBuilder("sync", "-f", path.toString()).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while writing " + path, e);
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
