package io.huodang.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service as an operator starts it: {@code up} in a process of its own, on a home. */
public final class ServerProcess implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment;
  private final Path home;
  private final int port;
  private final Process process;
  private final BufferedReader said;

  private ServerProcess(
      Map<String, String> environment, Path home, int port, Process process, BufferedReader said) {
    this.environment = environment;
    this.home = home;
    this.port = port;
    this.process = process;
    this.said = said;
  }

  /** Starts the service and returns when it says that it is ready. */
  public static ServerProcess up(Path home, String... options) throws IOException {
    return up(Map.of(), home, options);
  }

  /** The same with settings in the environment. */
  public static ServerProcess up(Map<String, String> environment, Path home, String... options)
      throws IOException {
    return up(environment, home, freePort(), options);
  }

  /**
   * The same on {@link RealPostgres} and {@link RealElasticsearch}, which run already: for tests of
   * what the service does for people, which do not ask what it starts and ends.
   */
  public static ServerProcess upOnRealParts(Path home) throws IOException {
    Map<String, String> parts = new HashMap<>(RealPostgres.migrated().settings());
    parts.putAll(RealElasticsearch.indices().settings());
    return up(parts, home);
  }

  /** Starts the service of this one's home again, at the same port; this one has ended. */
  public ServerProcess upAgain() throws IOException {
    return up(environment, home, port);
  }

  private static ServerProcess up(
      Map<String, String> environment, Path home, int port, String... options) throws IOException {
    if (!environment.containsKey("HUODANG_SEARCH_URL")) {
      RealElasticsearch.startSooner(home);
    }
    Path errors = TestLogs.fileFor("server");
    ProcessBuilder builder =
        new ProcessBuilder(command(home, port, options))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Huodang is ready at ")) {
        return new ServerProcess(environment, home, port, process, said);
      }
    }
    throw new IllegalStateException("The server ended before it was ready; see " + errors);
  }

  /** How an operator's {@code up} is run from the classes of this build. */
  static List<String> command(Path home, int port, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.huodang.Huodang",
                "up",
                "--home",
                home.toString(),
                "--port",
                "" + port));
    command.addAll(List.of(options));
    return command;
  }

  /**
   * Waits until it says that something is so, and asks twice a second only: asked without a pause,
   * it would be kept from what is waited for.
   *
   * @param patience milliseconds
   */
  public static void until(double patience, BooleanSupplier isSo) {
    Awaitility.await()
        .atMost(Duration.ofMillis((long) patience))
        .pollInterval(Duration.ofMillis(500))
        .until(isSo::getAsBoolean);
  }

  /** The next line on standard output that begins so. */
  public String awaitSaying(String beginning) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new IllegalStateException("The server ended without saying " + beginning);
  }

  /** Where the screens are. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Name and password of the first administrator, until that password is changed. */
  public List<String> firstSignIn() throws IOException {
    return Files.readAllLines(home.resolve("first-sign-in"));
  }

  /** Whether nobody has chosen a password yet. */
  public boolean isFirstSignIn() {
    return Files.exists(home.resolve("first-sign-in"));
  }

  /** The port that it serves on. */
  public int port() {
    return port;
  }

  /** Bytes of a call that answers with a picture. */
  public byte[] picture(String path) {
    try {
      HttpResponse<byte[]> response =
          http.send(
              authorized(HttpRequest.newBuilder().GET(), path),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills the server and everything that it started, all at once, as a power cut would. */
  public void killEverything() throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    all.forEach(one -> one.onExit().join());
  }

  /** Kills the server alone; what it started is left to end by itself. */
  public void killServer() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Kills a child that works in this folder of the home, with its whole process group. */
  public void killChild(String folder) {
    kill(ProcessGroups.workingBelow(home.resolve(folder)), folder);
  }

  /** Kills every page worker, whatever it reads. */
  public void killWorkers() {
    kill(
        process
            .descendants()
            .map(ProcessHandle::pid)
            .filter(child -> ProcessGroups.folderOf(child).contains("/huodang-workers-"))
            .toList(),
        "page workers");
  }

  private static void kill(List<Long> pids, String what) {
    if (pids.isEmpty()) {
      throw new IllegalStateException("There is nothing to kill: " + what);
    }
    ProcessGroups.kill(pids);
  }

  /**
   * A call with the token that the server left for the command line.
   *
   * @throws ServiceRefused when the server answers with a problem
   * @throws UncheckedIOException when it does not answer
   */
  public JsonNode call(String method, String path, String json) {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)),
        path);
  }

  /** A change of something, in whatever state it is. */
  public JsonNode change(String method, String path, String json) {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(json)),
        path);
  }

  /** Waits until nothing is under way any more and the vault describes all that changed. */
  public void awaitDescribed() throws IOException, InterruptedException {
    while (!isDescribed()) {
      Thread.sleep(200);
    }
  }

  private boolean isDescribed() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/actuator/prometheus"))
            .header(
                "Authorization", "Bearer " + Files.readString(home.resolve("cli.token")).strip())
            .build();
    List<String> waiting =
        http.send(request, HttpResponse.BodyHandlers.ofString())
            .body()
            .lines()
            .filter(line -> line.matches("huodang_(manifests_waiting|ledger_rows).*"))
            .filter(line -> !line.contains("quarantined"))
            .toList();
    return waiting.size() > 1 && waiting.stream().allMatch(line -> line.endsWith(" 0.0"));
  }

  /** Delivers a file; returns when the receipt is there. */
  public JsonNode deliver(String batch, String key, byte[] content) {
    return send(
        HttpRequest.newBuilder().PUT(BodyPublishers.ofByteArray(content)),
        "/batches/" + batch + "/files/" + key);
  }

  /** Delivers a batch's catalogue. */
  public JsonNode catalogue(String batch, String csv) {
    return send(
        HttpRequest.newBuilder().PUT(BodyPublishers.ofString(csv)),
        "/batches/" + batch + "/catalogue");
  }

  /** Delivers a file under a path of the sender's; returns when the receipt is there. */
  public JsonNode deliver(String batch, String key, String path, byte[] content) {
    return send(
        HttpRequest.newBuilder()
            .header(
                "Huodang-Path",
                "UTF-8''" + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20"))
            .PUT(BodyPublishers.ofByteArray(content)),
        "/batches/" + batch + "/files/" + key);
  }

  private JsonNode send(HttpRequest.Builder request, String path) {
    try {
      HttpResponse<String> response =
          http.send(authorized(request, path), HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() >= 300) {
        throw new ServiceRefused(response.statusCode(), answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest authorized(HttpRequest.Builder request, String path) throws IOException {
    return request
        .uri(URI.create(url() + "/api/v1" + path))
        .header("Authorization", "Bearer " + Files.readString(home.resolve("cli.token")).strip())
        .build();
  }

  /**
   * A port that nobody listens on at this moment, and below those that Linux gives to whoever asks
   * for any: it is still free when the server listens, seconds later.
   */
  public static int freePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_768);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (BindException taken) {
        if (attempt == 100) {
          throw taken;
        }
      }
    }
  }

  /** Ends the service as an operator does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
    TestLogs.keep(home);
  }
}
