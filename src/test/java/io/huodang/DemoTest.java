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
      JsonNode roster = roster(first);
      assertThat(roster.get("state").asString()).isEqualTo("done");
      assertThat(roster.get("added").asInt()).isEqualTo(roster.get("persons").asInt());
      // Ids are made in the order of time: the persons were known before any paper came.
      assertThat(batches(first))
          .allSatisfy(
              batch ->
                  assertThat(batch.get("id").asString())
                      .isGreaterThan(roster.get("id").asString()));
      JsonNode broken = awaitBroken(first);
      assertThat(broken.get("state").asString()).isEqualTo("quarantined");
      assertThat(broken.at("/reason/text").asString()).isNotBlank();
    }

    try (ServerProcess second = ServerProcess.up(home, "--demo")) {
      assertThat(second.awaitSaying("Demo: ")).contains("nothing was delivered twice");
      assertThat(batches(second)).hasSize(4);
      roster(second);
    }
  }

  private static List<JsonNode> batches(ServerProcess server) {
    return server.call("GET", "/batches", "").get("items").valueStream().toList();
  }

  /** The one import that there was. */
  private static JsonNode roster(ServerProcess server) {
    JsonNode imports = server.call("GET", "/roster/imports", "").get("items");
    assertThat(imports).hasSize(1);
    return imports.get(0);
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
