package io.huodang.testing;

import io.huodang.local.Components;
import io.huodang.local.Elasticsearch;
import io.huodang.local.Home;
import io.huodang.local.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real Elasticsearch node for all tests of this process; each test takes an index prefix of its
 * own.
 */
public final class RealElasticsearch {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private RealElasticsearch() {}

  private static final class Lazily {
    static final Elasticsearch NODE = RealProgram.start("elasticsearch", Lazily::inQuickHome);

    private static Elasticsearch inQuickHome(Components components, Home home) throws IOException {
      startSooner(home.path());
      return new Elasticsearch(components, home);
    }
  }

  /**
   * Has a node that will be made in this home compile with C1 alone, as suits a program that lives
   * for a minute: until it answers it takes 10 seconds of processor time instead of 18.
   */
  static void startSooner(Path home) throws IOException {
    Path place = home.resolve("elasticsearch");
    if (Files.exists(place)) {
      return;
    }
    if (Files.notExists(home)) {
      Files.createDirectory(home, permissions("rwx--x--x"));
    }
    Path options = place.resolve("config/jvm.options.d");
    Files.createDirectories(options, permissions("rwx------"));
    Files.writeString(options.resolve("tests.options"), "-XX:TieredStopAtLevel=1\n");
  }

  private static FileAttribute<?> permissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** Where it writes what it has to say. */
  static Path logs() {
    return Lazily.NODE.place().directory().resolve("logs");
  }

  /**
   * A part of the node that no other test uses.
   *
   * @param url of the node
   * @param username who may do everything in it
   * @param password of that user
   * @param indexPrefix with which all of the test's indices begin
   */
  public record Indices(String url, String username, String password, String indexPrefix) {
    /** How an operator names it to a server. */
    public Map<String, String> settings() {
      return Map.of(
          "HUODANG_SEARCH_URL", url,
          "HUODANG_SEARCH_USERNAME", username,
          "HUODANG_SEARCH_PASSWORD", password,
          "HUODANG_SEARCH_INDEX_PREFIX", indexPrefix);
    }
  }

  /**
   * Stops the node where it stands: it takes questions and answers none, for all who use it. {@link
   * #thaw} must follow, whatever happens.
   */
  public static void freeze() throws IOException {
    signal("STOP");
  }

  /** Lets it go on. */
  public static void thaw() throws IOException {
    signal("CONT");
  }

  private static void signal(String signal) throws IOException {
    Processes.signal(signal, Processes.below(Lazily.NODE.place().directory()));
  }

  /** Room for one test's indices. */
  public static Indices indices() {
    Elasticsearch node = Lazily.NODE;
    return new Indices(
        node.url(), node.username(), node.password(), "test" + NUMBER.incrementAndGet() + "-");
  }
}
