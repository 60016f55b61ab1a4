package io.huodang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether the files of one folder lie in another, byte for byte. */
final class Folders {
  private Folders() {}

  static boolean equal(Path folder, Path other) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path there = other.resolve(folder.relativize(file).toString());
        if (!Files.isRegularFile(there) || Files.mismatch(file, there) >= 0) {
          return false;
        }
      }
    }
    return true;
  }
}
