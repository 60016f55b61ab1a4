package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

class DemoTest {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("huodang-demo");
    // The children run as another user when the test is run by root.
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void deliversTheSamplesOnceAndQuarantinesTheBrokenFile() throws Exception {
    Path home = folder.resolve("home");
    try (ServerProcess first = ServerProcess.up(home, "--demo")) {
      assertThat(first.awaitSaying("Demo: ")).contains("were delivered");
      assertThat(batches(first)).hasSize(4);
      JsonNode broken = awaitBroken(first);
      assertThat(broken.get("state").asString()).isEqualTo("quarantined");
      assertThat(broken.at("/reason/text").asString()).isNotBlank();
    }

    try (ServerProcess second = ServerProcess.up(home, "--demo")) {
      assertThat(second.awaitSaying("Demo: ")).contains("nothing was delivered twice");
      assertThat(batches(second)).hasSize(4);
    }
  }

  private static List<JsonNode> batches(ServerProcess server) {
    return server.call("GET", "/batches", "").get("items").valueStream().toList();
  }

  private static JsonNode awaitBroken(ServerProcess server) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(deadline)) {
      for (JsonNode batch : batches(server)) {
        for (JsonNode file :
            server
                .call("GET", "/batches/" + batch.get("id").asString() + "/files", "")
                .get("items")) {
          if (file.get("path").asString().endsWith("传输中断.jpg") && !file.get("reason").isNull()) {
            return file;
          }
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError("Nobody was told of the broken file");
  }
}
