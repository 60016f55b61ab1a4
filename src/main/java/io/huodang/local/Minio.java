package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A MinIO server whose buckets lie in the home, with random keys, on loopback only. */
public final class Minio implements Program {
  private final Path program;
  private final Path directory;
  private final Path log;
  private final String accessKey;
  private final String secretKey;
  private final Account account;
  private final int port = FreePort.choose();
  private final int consolePort = FreePort.choose();

  /**
   * A server in {@code <home>/minio}, on a free port.
   *
   * @throws Refusal {@code minio-missing} when there is no binary on this machine
   */
  public Minio(Home home) throws IOException {
    this.program = binary();
    this.account = home.account();
    this.directory = home.directory("minio");
    this.log = home.log("minio");
    this.accessKey = home.secret("minio-access-key");
    this.secretKey = home.secret("minio-secret-key");
  }

  private static Path binary() {
    return Stream.concat(
            Stream.of(Components.cacheOfThisUser().resolve("bin")),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of))
        .map(folder -> folder.resolve("minio"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "minio-missing",
                    "There is no minio on PATH or in %s; get it with: GOBIN=%s go install github.com/minio/minio@latest"
                        .formatted(
                            Components.cacheOfThisUser().resolve("bin"),
                            Components.cacheOfThisUser().resolve("bin"))));
  }

  @Override
  public String name() {
    return "MinIO";
  }

  @Override
  public int port() {
    return port;
  }

  /** The server's address. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The key that names the owner of all buckets. */
  public String accessKey() {
    return accessKey;
  }

  /** That owner's secret; never to be printed. */
  public String secretKey() {
    return secretKey;
  }

  @Override
  public Launch.End end() {
    return new Launch.End("TERM", 15, "KILL", 2);
  }

  @Override
  public Launch prepare() throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));
    account.own(data);
    return new Launch(
        List.of(
            program.toString(),
            "server",
            "--quiet",
            "--address",
            "127.0.0.1:" + port,
            "--console-address",
            "127.0.0.1:" + consolePort,
            data.toString()),
        Map.of(
            "MINIO_ROOT_USER",
            accessKey,
            "MINIO_ROOT_PASSWORD",
            secretKey,
            "MINIO_UPDATE",
            "off",
            "MINIO_BROWSER",
            "off",
            "HOME",
            directory.toString()),
        directory,
        log,
        end());
  }

  @Override
  public boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url() + "/minio/health/ready").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(2000);
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
