package io.huodang.testing;

import io.huodang.local.Child;
import io.huodang.local.Components;
import io.huodang.local.Elasticsearch;
import io.huodang.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real Elasticsearch node for the whole test run; each test takes an index prefix of its own. */
public final class RealElasticsearch {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Elasticsearch node;

  private RealElasticsearch() {
    Home home = TestHome.open("elasticsearch");
    try {
      node = new Elasticsearch(Components.ofThisInstallation(), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child child = Child.start(node, home);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  child.close();
                  TestHome.delete(home);
                }));
    child.awaitReady();
  }

  private static final class Lazily {
    static final RealElasticsearch NODE = new RealElasticsearch();
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
    Elasticsearch node = Lazily.NODE.node;
    return new Indices(
        node.url(), node.username(), node.password(), "test" + NUMBER.incrementAndGet() + "-");
  }
}
