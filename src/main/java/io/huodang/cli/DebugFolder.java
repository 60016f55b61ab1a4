package io.huodang.cli;

import io.huodang.recognition.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where pictures of what was seen are left: in folders as those of the files that were read, so
 * that files of one name do not meet.
 */
final class DebugFolder {
  private final Path folder;
  private final Path root;

  private DebugFolder(Path folder, Path root) {
    this.folder = folder;
    this.root = root;
  }

  /** For these files. */
  static DebugFolder of(Path folder, List<Path> files) throws IOException {
    Files.createDirectories(folder);
    Path root = null;
    for (Path file : files) {
      Path parent = above(file);
      while (root != null && !parent.startsWith(root)) {
        root = above(root);
      }
      root = root == null ? parent : root;
    }
    return new DebugFolder(folder, root == null ? above(folder) : root);
  }

  /** The page on which a person looks at all of it. */
  Path page() {
    return folder.resolve("index.html");
  }

  /** By what the pictures of a page are named; their folder exists. */
  Path stem(Path file, int page) {
    Path stem = folder.resolve(root.relativize(file.toAbsolutePath().normalize()) + "-p" + page);
    try {
      Files.createDirectories(above(stem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stem;
  }

  /** A file's name as it is told apart from the others. */
  String nameOf(Path file) {
    return root.relativize(file.toAbsolutePath().normalize()).toString();
  }

  /**
   * How a picture is linked to from the folder's own page: parts percent-encoded, with slashes.
   *
   * @return empty when there is no such picture
   */
  Optional<String> link(Path stem, String name) {
    Path picture = Stages.file(stem, name);
    if (!Files.exists(picture)) {
      return Optional.empty();
    }
    return Optional.of(folder.toUri().relativize(picture.toUri()).getRawPath());
  }

  private static Path above(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }
}
