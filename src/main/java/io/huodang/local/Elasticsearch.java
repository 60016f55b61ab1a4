package io.huodang.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * An Elasticsearch node whose data lie in the home, with a password, on loopback only, with a heap
 * of 512 MB.
 */
public final class Elasticsearch implements Program {
  private static final String USER = "elastic";

  private final Components components;
  private final Account account;
  private final Path directory;
  private final Path log;
  private final String password;
  private final int port = FreePort.choose();

  /** A node in {@code <home>/elasticsearch}, on a free port. */
  public Elasticsearch(Components components, Home home) throws IOException {
    this.components = components;
    this.account = home.account();
    this.directory = home.directory("elasticsearch");
    this.log = home.log("elasticsearch");
    this.password = home.secret("elasticsearch");
  }

  @Override
  public String name() {
    return "Elasticsearch";
  }

  @Override
  public int port() {
    return port;
  }

  /** The node's address. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The user who may do everything in this node. */
  public String username() {
    return USER;
  }

  /** That user's password; never to be printed. */
  public String password() {
    return password;
  }

  @Override
  public Launch.End end() {
    return new Launch.End("TERM", 20, "KILL", 2);
  }

  @Override
  public Launch prepare() throws IOException {
    Path program = components.elasticsearch();
    for (String folder : List.of("data", "logs", "tmp", "config")) {
      Files.createDirectories(directory.resolve(folder));
    }
    Path configuration = directory.resolve("config");
    write("elasticsearch.yml", settings());
    write("jvm.options", resource("jvm.options"));
    write("log4j2.properties", resource("log4j2.properties"));
    Files.createDirectories(configuration.resolve("jvm.options.d"));
    for (String folder : List.of("data", "logs", "tmp", "config")) {
      account.own(directory.resolve(folder));
    }
    Map<String, String> environment =
        Map.of(
            "ES_JAVA_HOME", System.getProperty("java.home"),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", directory.resolve("tmp").toString(),
            "HOME", directory.toString());
    keystore(program, environment);
    return new Launch(
        List.of(program.resolve("bin/elasticsearch").toString()),
        environment,
        directory,
        log,
        end());
  }

  /** The keystore is made under another name first; one without the password would lock us out. */
  private void keystore(Path program, Map<String, String> environment) throws IOException {
    Path keystore = directory.resolve("config/elasticsearch.keystore");
    Path sealed = directory.resolve("config/keystore.sealed");
    if (Files.exists(keystore) && Files.exists(sealed)) {
      return;
    }
    Files.deleteIfExists(keystore);
    String tool = program.resolve("bin/elasticsearch-keystore").toString();
    Command.run(
        account.running(List.of(tool, "add", "--stdin", "bootstrap.password")),
        directory,
        environment,
        "y\n" + password + "\n");
    Files.createFile(sealed);
  }

  private String settings() {
    return """
    # Written anew at every start.
    cluster.name: huodang
    node.name: huodang
    path.data: %1$s/data
    path.logs: %1$s/logs
    network.host: 127.0.0.1
    http.port: %2$d
    transport.port: 0
    discovery.type: single-node
    xpack.security.enabled: true
    xpack.security.enrollment.enabled: false
    xpack.security.http.ssl.enabled: false
    xpack.security.transport.ssl.enabled: false
    # A share of a big disk would stop writing with a terabyte left.
    cluster.routing.allocation.disk.watermark.low: 2gb
    cluster.routing.allocation.disk.watermark.high: 1gb
    cluster.routing.allocation.disk.watermark.flood_stage: 500mb
    """
        .formatted(directory, port);
  }

  private void write(String name, String content) throws IOException {
    Path file = directory.resolve("config").resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, content);
    account.own(file);
  }

  private static String resource(String name) throws IOException {
    return Resource.text("elasticsearch/" + name);
  }

  @Override
  public boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      connection.setRequestProperty(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8)));
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
