package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A MinIO server whose buckets lie in the home, with random keys, on loopback only. */
public final class Minio implements Program {
  private final Path program;
  private final Place place;
  private final String accessKey;
  private final String secretKey;
  private final int consolePort = FreePort.choose();

  /**
   * A server in {@code <home>/minio}, on a free port.
   *
   * @throws Refusal {@code minio-missing} when there is no binary on this machine
   */
  public Minio(Home home) throws IOException {
    this.program = binary().orElseThrow(Minio::missing);
    this.place = Place.in(home, "minio");
    this.accessKey = home.secret("minio-access-key");
    this.secretKey = home.secret("minio-secret-key");
  }

  /** The program: in the cache of this user, else on the {@code PATH}. */
  public static Optional<Path> binary() {
    return Stream.concat(
            Stream.of(cached()),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "minio")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path cached() {
    return Components.cacheOfThisUser().resolve("bin").resolve("minio");
  }

  private static Refusal missing() {
    return new Refusal(
        "minio-missing",
        "There is no minio on PATH or in %1$s; get it with: GOBIN=%1$s go install github.com/minio/minio@latest"
            .formatted(cached().getParent()));
  }

  @Override
  public String name() {
    return "MinIO";
  }

  @Override
  public Place place() {
    return place;
  }

  /** The server's address. */
  public String url() {
    return place.url();
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
  public End end() {
    return new End("TERM", 15, "KILL", 2);
  }

  @Override
  public Launch prepare() throws IOException {
    return new Launch(
        List.of(
            program.toString(),
            "server",
            "--quiet",
            "--address",
            "127.0.0.1:" + place.port(),
            "--console-address",
            "127.0.0.1:" + consolePort,
            place.folder("data").toString()),
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
            place.directory().toString()));
  }

  @Override
  public boolean answers() {
    return Knock.answers(url() + "/minio/health/ready", null, null);
  }
}
