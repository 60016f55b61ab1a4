package io.huodang.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.huodang.bench.SearchBench;
import io.huodang.local.Child;
import io.huodang.local.Components;
import io.huodang.local.Elasticsearch;
import io.huodang.local.Home;
import io.huodang.local.Postgres;
import io.huodang.local.Processes;
import io.huodang.vocabulary.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A whole service on a home of its own, for benchmarks: the server runs in its own process, as an
 * operator starts it; PostgreSQL and Elasticsearch are ours, so that they can be filled and asked.
 */
final class ScratchService implements AutoCloseable {
  private final Home parts;
  private final Child registry;
  private Child index;
  private final Postgres postgres;
  private final Elasticsearch elasticsearch;
  private final Path serverHome;
  private final Process process;
  private final Server server;
  private final String url;
  private final Rest5Client client;

  private ScratchService(Path home) throws IOException {
    parts = Home.open(home.resolve("parts"));
    serverHome = home.resolve("server");
    Components components = Components.ofThisInstallation();
    postgres = new Postgres(components, parts);
    elasticsearch = new Elasticsearch(components, parts);
    index = Child.start(elasticsearch, parts);
    registry = Child.start(postgres, parts);
    try {
      registry.awaitReady();
      index.awaitReady();
      int port = freePort();
      url = "http://127.0.0.1:" + port;
      process = start(port);
      client = client();
      server = Server.at(url, Files.readString(serverHome.resolve("cli.token")).strip());
    } catch (IOException | RuntimeException e) {
      endParts();
      throw e;
    }
  }

  /** Starts everything on a home, and returns when it serves. */
  static ScratchService on(Path home) throws IOException {
    Files.createDirectories(home);
    return new ScratchService(home);
  }

  private Process start(int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xm") && !option.startsWith("-XX:AOT"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xms512m", // both as the script gives them
            "-Xmx768m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.huodang.Huodang",
            "up",
            "--home",
            serverHome.toString(),
            "--port",
            "" + port));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "HUODANG_REGISTRY_URL", postgres.url(),
                "HUODANG_REGISTRY_USERNAME", postgres.username(),
                "HUODANG_REGISTRY_PASSWORD", postgres.password(),
                "HUODANG_SEARCH_URL", elasticsearch.url(),
                "HUODANG_SEARCH_USERNAME", elasticsearch.username(),
                "HUODANG_SEARCH_PASSWORD", elasticsearch.password()));
    Process started = builder.start();
    BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Huodang is ready at ")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return started;
      }
    }
    throw new Refusal(
        "bench-server", "The server ended before it was ready; its words stand above");
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private Rest5Client client() {
    byte[] pair =
        (elasticsearch.username() + ":" + elasticsearch.password())
            .getBytes(StandardCharsets.UTF_8);
    return Rest5Client.builder(HttpHost.create(URI.create(elasticsearch.url())))
        .setDefaultHeaders(
            new Header[] {
              new BasicHeader(
                  HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair))
            })
        .build();
  }

  /** Where it answers. */
  String url() {
    return url;
  }

  /** The server, asked as its administrator. */
  Server server() {
    return server;
  }

  /** The vault's folder. */
  Path vault() {
    return serverHome.resolve("vault");
  }

  DataSource registry() {
    return new DriverManagerDataSource(postgres.url(), postgres.username(), postgres.password());
  }

  ElasticsearchClient elasticsearch() {
    return new ElasticsearchClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper()));
  }

  /** Elasticsearch, to be taken away for a while. */
  SearchBench.Node indexNode() {
    return new SearchBench.Node() {
      @Override
      public void stop() {
        index.close();
      }

      @Override
      public void start() {
        index = Child.start(elasticsearch, parts);
        index.awaitReady();
      }
    };
  }

  /** Elasticsearch, to be stopped where it stands: it takes questions and answers none. */
  SearchBench.Node frozenIndexNode() {
    return new SearchBench.Node() {
      @Override
      public void stop() {
        signal("STOP");
      }

      @Override
      public void start() {
        signal("CONT");
      }
    };
  }

  private void signal(String signal) {
    try {
      Processes.signal(signal, Processes.below(elasticsearch.place().directory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token of a clerk, who may search. */
  String clerk() throws IOException, InterruptedException {
    String name = "bench." + Long.toString(System.nanoTime(), 36);
    String id =
        server
            .post("/users", Map.of("name", name, "role", "clerk", "displayName", name))
            .path("id")
            .asString();
    return server.post("/tokens", Map.of("name", "bench", "userId", id)).path("token").asString();
  }

  @Override
  public void close() throws IOException {
    client.close();
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endParts();
  }

  private void endParts() throws IOException {
    registry.close();
    index.close();
    parts.close();
  }
}
