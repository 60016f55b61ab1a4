package io.huodang.vault;

import io.huodang.testing.ServerProcess;
import io.huodang.testing.TestLogs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A MinIO child process on a free port, for one test class. */
final class MinioServer implements AutoCloseable {
  private final Process process;
  private final String endpoint;
  private final Path log;

  MinioServer(Path binary, Path store, String accessKey, String secretKey)
      throws IOException, InterruptedException {
    Files.createDirectories(store);
    int port = ServerProcess.freePort();
    int console = ServerProcess.freePort();
    this.endpoint = "http://127.0.0.1:" + port;
    ProcessBuilder builder =
        new ProcessBuilder(
            binary.toString(),
            "server",
            "--quiet",
            "--address",
            "127.0.0.1:" + port,
            "--console-address",
            "127.0.0.1:" + console,
            store.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "MINIO_UPDATE",
                "off",
                "MINIO_ROOT_USER",
                accessKey,
                "MINIO_ROOT_PASSWORD",
                secretKey,
                "HOME",
                store.toString()));
    this.log = TestLogs.fileFor("minio");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    this.process = builder.start();
    awaitReady();
  }

  String endpoint() {
    return endpoint;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(endpoint + "/minio/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end) {
        try {
          if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
        }
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    close();
    throw new IOException("MinIO did not start; see " + log);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
