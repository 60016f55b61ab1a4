package io.huodang.cli;

import io.huodang.local.Child;
import io.huodang.local.Components;
import io.huodang.local.Elasticsearch;
import io.huodang.local.Home;
import io.huodang.local.Minio;
import io.huodang.local.Postgres;
import io.huodang.local.Program;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * PostgreSQL, Elasticsearch and MinIO for one server: run here as children, unless a setting says
 * that one of them is elsewhere.
 */
final class Parts implements AutoCloseable {
  private static final String REGISTRY = "huodang.registry.";
  private static final String SEARCH = "huodang.search.";
  private static final String STORE = "huodang.vault.s3.";

  private final Home home;
  private final boolean minio;
  private final boolean withIndex;
  private final List<Child> children = new ArrayList<>();
  private final List<Part> all = new ArrayList<>();
  private final Map<String, Object> settings = new HashMap<>();
  private @Nullable Child index;

  /**
   * Of a server.
   *
   * @param minio whether images are kept in a MinIO that is run here
   */
  Parts(Home home, boolean minio) {
    this(home, minio, true);
  }

  private Parts(Home home, boolean minio, boolean withIndex) {
    this.home = home;
    this.minio = minio;
    this.withIndex = withIndex;
  }

  /** Of a home that no server uses: what holds data, as the last server had it. */
  static Parts withoutIndex(Home home) {
    return withoutIndex(home, Files.isDirectory(home.path().resolve("minio")));
  }

  /** What holds data, for who fills a new home. */
  static Parts withoutIndex(Home home, boolean minio) {
    return new Parts(home, minio, false);
  }

  /**
   * Starts what must be started and tells the server where everything is; waits for all but the
   * index, which takes longest and is needed last.
   *
   * @throws Refusal when something does not start, or does not let us in where it is
   */
  void begin(ConfigurableEnvironment environment) throws IOException {
    Components components = Components.ofThisInstallation();
    if (withIndex) {
      index(environment, components);
    }
    registry(environment, components);
    store(environment);
    environment.getPropertySources().addFirst(new MapPropertySource("parts", settings));
    children.stream().filter(child -> child != index).forEach(Child::awaitReady);
  }

  /** Whether the registry is one that is run here, for this home alone. */
  boolean hasOwnRegistry() {
    return children.stream().anyMatch(child -> child.program() instanceof Postgres);
  }

  /** Waits until the index answers, when it is run here. */
  void awaitIndex() {
    if (index != null) {
      index.awaitReady();
    }
  }

  /** What the server needs beside itself, in the order in which people name it. */
  List<Part> all() {
    return all.reversed();
  }

  private void index(ConfigurableEnvironment environment, Components components)
      throws IOException {
    String url = environment.getProperty(SEARCH + "url", "");
    if (!url.isBlank()) {
      DistantIndex.of(environment, SEARCH).require(home);
      all.add(Part.elsewhere("Elasticsearch", url, 9200));
      return;
    }
    Elasticsearch node = new Elasticsearch(components, home);
    index = run(node);
    settings.put(SEARCH + "url", node.url());
    settings.put(SEARCH + "username", node.username());
    settings.put(SEARCH + "password", node.password());
  }

  private void registry(ConfigurableEnvironment environment, Components components)
      throws IOException {
    String url = environment.getProperty(REGISTRY + "url", "");
    if (!url.isBlank()) {
      if (!url.startsWith("jdbc:postgresql://")) {
        throw new Refusal(
            "bad-setting",
            "huodang.registry.url must begin with jdbc:postgresql://, as in jdbc:postgresql://host:5432/huodang");
      }
      all.add(Part.elsewhere("PostgreSQL", url, 5432));
      connect(
          url,
          environment.getProperty(REGISTRY + "username", ""),
          environment.getProperty(REGISTRY + "password", ""));
      return;
    }
    Postgres server = new Postgres(components, home);
    run(server);
    connect(server.url(), server.username(), server.password());
  }

  private void connect(String url, String username, String password) {
    settings.put("spring.datasource.url", url);
    settings.put("spring.datasource.username", username);
    settings.put("spring.datasource.password", password);
  }

  private void store(ConfigurableEnvironment environment) throws IOException {
    String endpoint = environment.getProperty(STORE + "endpoint", "");
    if (!endpoint.isBlank()) {
      if (minio) {
        throw new Refusal(
            "two-stores",
            "Both --minio and huodang.vault.s3.endpoint say where images are kept; leave one out");
      }
      all.add(Part.elsewhere("S3", endpoint, endpoint.startsWith("https:") ? 443 : 80));
    } else if (minio) {
      Minio server = new Minio(home);
      run(server);
      settings.put(STORE + "endpoint", server.url());
      settings.put(STORE + "access-key", server.accessKey());
      settings.put(STORE + "secret-key", server.secretKey());
    }
  }

  private Child run(Program program) {
    Child child = Child.start(program, home);
    children.add(child);
    all.add(
        new Part(
            program.name(),
            "127.0.0.1",
            program.place().port(),
            Optional.of(String.valueOf(program.place().directory().getFileName()))));
    return child;
  }

  /** Ends what was started here, all at once, and waits until it has ended. */
  @Override
  public void close() {
    children.parallelStream().forEach(Child::close);
  }
}
