package io.huodang.workers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs and settings where the workers' user can read them: where they lie when everybody may,
 * else copied. An installed application is never copied; a build in somebody's home is.
 */
final class ReadableCopies {
  private final Path place;
  private int count;

  ReadableCopies(Path place) {
    this.place = place;
  }

  /** A class path of the same content and order. */
  String classPath(String classPath) throws IOException {
    List<String> readable = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      readable.add(of(Path.of(entry).toAbsolutePath()).toString());
    }
    return String.join(File.pathSeparator, readable);
  }

  /** The file or folder itself, or a copy; what is missing is for the worker to complain of. */
  Path of(Path path) throws IOException {
    if (!Files.exists(path) || isReadableByAll(path)) {
      return path;
    }
    if (!Files.isDirectory(place)) {
      Folders.make(place, "rwxr-xr-x");
    }
    Path copy = place.resolve(count++ + "-" + path.getFileName());
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path from : (Iterable<Path>) tree::iterator) {
        copy(from, copy.resolve(path.relativize(from).toString()));
      }
    }
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Folders.make(to, "rwxr-xr-x");
    } else if (!(may(from, PosixFilePermission.OTHERS_READ) && isLinked(from, to))) {
      Files.copy(from, to);
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--r--r--"));
    }
  }

  /** A second name costs nothing, where one file system holds both. */
  private static boolean isLinked(Path from, Path to) {
    try {
      Files.createLink(to, from.toRealPath());
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isReadableByAll(Path path) throws IOException {
    Path real = path.toRealPath();
    for (@Nullable Path above = real.getParent(); above != null; above = above.getParent()) {
      if (!may(above, PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return may(real, PosixFilePermission.OTHERS_READ);
  }

  private static boolean may(Path path, PosixFilePermission right) throws IOException {
    return Files.getPosixFilePermissions(path).contains(right);
  }
}
