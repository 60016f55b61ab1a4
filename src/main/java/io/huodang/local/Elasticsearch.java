package io.huodang.local;

import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An Elasticsearch node whose data lie in the home, with a password, on loopback only, with a heap
 * of 512 MB.
 */
public final class Elasticsearch implements Program {
  private static final String USER = "elastic";

  private final Components components;
  private final Place place;
  private final String password;

  /** A node in {@code <home>/elasticsearch}, on a free port. */
  public Elasticsearch(Components components, Home home) throws IOException {
    this.components = components;
    this.place = Place.in(home, "elasticsearch");
    this.password = home.secret("elasticsearch");
  }

  @Override
  public String name() {
    return "Elasticsearch";
  }

  @Override
  public Place place() {
    return place;
  }

  /** The node's address. */
  public String url() {
    return place.url();
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
  public End end() {
    return new End("TERM", 20, "KILL", 2);
  }

  @Override
  public Launch prepare() throws IOException {
    Path program = components.elasticsearch();
    place.folder("data");
    place.folder("logs");
    Path configuration = place.folder("config");
    place.folder("config/jvm.options.d");
    write("elasticsearch.yml", settings());
    write("jvm.options", resource("jvm.options"));
    write("log4j2.properties", resource("log4j2.properties"));
    Map<String, String> environment =
        Map.of(
            "ES_JAVA_HOME", System.getProperty("java.home"),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", place.folder("tmp").toString(),
            "HOME", place.directory().toString());
    keystore(program, environment);
    return new Launch(List.of(program.resolve("bin/elasticsearch").toString()), environment);
  }

  /** The keystore is made under another name first; one without the password would lock us out. */
  private void keystore(Path program, Map<String, String> environment) throws IOException {
    Path keystore = place.directory().resolve("config/elasticsearch.keystore");
    Path sealed = place.directory().resolve("config/keystore.sealed");
    if (Files.exists(keystore) && Files.exists(sealed)) {
      return;
    }
    Files.deleteIfExists(keystore);
    String tool = program.resolve("bin/elasticsearch-keystore").toString();
    Command.run(
        place.account().running(List.of(tool, "add", "--stdin", "bootstrap.password")),
        place.directory(),
        environment,
        "y\n" + password + "\n");
    SyncedFile.sync(keystore);
    SyncedFile.write(sealed, "");
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
    cluster.routing.allocation.disk.watermark.low: 1gb
    cluster.routing.allocation.disk.watermark.high: 400mb
    cluster.routing.allocation.disk.watermark.flood_stage: 256mb
    cluster.info.update.interval: 10s
    """
        .formatted(place.directory(), place.port());
  }

  private void write(String name, String content) throws IOException {
    Path file = place.directory().resolve("config").resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, content);
    place.account().own(file);
  }

  private static String resource(String name) throws IOException {
    return Resource.text("elasticsearch/" + name);
  }

  @Override
  public boolean answers() {
    return Knock.answers(
        url() + "/_cluster/health?wait_for_status=yellow&timeout=1s", USER, password);
  }
}
