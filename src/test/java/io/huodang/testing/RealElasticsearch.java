package io.huodang.testing;

import io.huodang.local.Elasticsearch;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A real Elasticsearch node for the whole test run; each test takes an index prefix of its own. */
public final class RealElasticsearch {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private RealElasticsearch() {}

  private static final class Lazily {
    static final Elasticsearch NODE = RealProgram.start("elasticsearch", Elasticsearch::new);
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
  public record Indices(String url, String username, String password, String indexPrefix) {}

  /** Room for one test's indices. */
  public static Indices indices() {
    Elasticsearch node = Lazily.NODE;
    return new Indices(
        node.url(), node.username(), node.password(), "test" + NUMBER.incrementAndGet() + "-");
  }
}
