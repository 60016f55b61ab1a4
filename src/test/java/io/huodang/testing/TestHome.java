package io.huodang.testing;

import io.huodang.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** One home for a test run, outside of the build so that the children's user can enter it. */
final class TestHome {
  private TestHome() {}

  static Home open(String name) {
    try {
      Path folder = Files.createTempDirectory("huodang-test-" + name);
      folder.toFile().setExecutable(true, false);
      Home home = Home.open(folder.resolve("home"));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Home home) {
    try {
      home.close();
      TestLogs.keep(home.path());
      Files.walkFileTree(
          home.path().getParent(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path directory, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
