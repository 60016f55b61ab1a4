package io.huodang.cli;

import io.huodang.local.Components;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of one benchmark: never a home that holds real papers.
 *
 * @param lasting whether it stays for the next run
 */
record BenchHome(Path path, boolean lasting) implements AutoCloseable {
  private static final String MARK = "benchmark";

  /**
   * The folder that was named, or one that goes when the run ends.
   *
   * @param content what the run puts into it; another run may use the folder only for the same
   * @throws Refusal {@code not-a-bench-home} when it holds something else
   */
  static BenchHome of(Path named, boolean lasting, String content) throws IOException {
    Path path = named.toAbsolutePath().normalize();
    Path mark = path.resolve(MARK);
    if (Files.exists(mark)) {
      String there = Files.readString(mark).strip();
      if (!there.equals(content)) {
        throw new Refusal(
            "not-a-bench-home",
            "%s was filled for another run (%s, not %s); name another folder or remove it"
                .formatted(path, there, content));
      }
    } else {
      if (Files.exists(path) && !isEmpty(path)) {
        throw new Refusal(
            "not-a-bench-home",
            path + " holds something else; name an empty or a new folder, never a real home");
      }
      Files.createDirectories(path);
      Files.writeString(mark, content);
    }
    return new BenchHome(path, lasting);
  }

  /** A folder in the cache of this user. */
  static Path passing(String name) {
    return Components.cacheOfThisUser()
        .resolve("bench")
        .resolve(name + "-" + ProcessHandle.current().pid());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public void close() throws IOException {
    if (!lasting) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }
}
