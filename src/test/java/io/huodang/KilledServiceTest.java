package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The first promise: what was acknowledged is there, read and found, whatever was killed. */
class KilledServiceTest {
  private static final Duration LONGEST_READING = Duration.ofMinutes(4);

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-killed");
    // The children run as another user when the test is run by root.
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void tenAcknowledgedUploadsAreFoundAfterEveryProcessWasKilledAtOnce() throws Exception {
    Path home = folder.resolve("home");
    List<InventedForm> forms = new ArrayList<>();
    for (long seed = 1; seed <= 10; seed++) {
      forms.add(InventedForm.of(InventedForm.Template.values()[0], seed));
    }
    ServerProcess before = ServerProcess.up(home);
    String batch =
        before
            .call("POST", "/batches", "{\"title\":\"ten\",\"source\":\"hall\"}")
            .get("id")
            .asString();
    for (int i = 0; i < forms.size(); i++) {
      before.deliver(batch, "file-" + i, png(forms.get(i)));
    }
    before.killEverything();

    try (ServerProcess after = ServerProcess.up(home)) {
      after.call("POST", "/batches/" + batch + "/seal", "");
      JsonNode done = awaitDone(after, batch);

      assertThat(done.at("/files/received").asInt()).isEqualTo(10);
      assertThat(done.at("/files/opened").asInt()).isEqualTo(10);
      assertThat(done.at("/pages/total").asInt()).isEqualTo(10);
      assertThat(done.at("/pages/recognised").asInt()).isEqualTo(10);
      assertThat(done.at("/pages/findable").asInt()).isEqualTo(10);
      for (InventedForm form : forms) {
        JsonNode people =
            after
                .call("POST", "/search", "{\"query\":\"" + form.person().citizenId() + "\"}")
                .get("people");
        assertThat(people.size()).isEqualTo(1);
        assertThat(people.get(0).get("itemCount").asInt()).isEqualTo(1);
      }
    }
  }

  private static JsonNode awaitDone(ServerProcess server, String batch)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST_READING);
    JsonNode state = server.call("GET", "/batches/" + batch, "");
    while (!state.get("state").asString().equals("done") && Instant.now().isBefore(deadline)) {
      Thread.sleep(250);
      state = server.call("GET", "/batches/" + batch, "");
    }
    return state;
  }

  private static byte[] png(InventedForm form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(form.picture(), "png", out);
    return out.toByteArray();
  }
}
