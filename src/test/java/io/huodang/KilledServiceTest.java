package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The first promise: whatever is killed while a batch is being read, every acknowledged file ends
 * once in the registry and once in the index, with nobody's help.
 *
 * <p>A part that is killed alone is mended by the service, which says "try again" meanwhile; the
 * server itself is started again by whoever keeps it running.
 */
class KilledServiceTest {
  private static final int FORMS = 4;

  private static Path folder = Path.of("");
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-killed");
    // The children run as another user when the test is run by root.
    folder.toFile().setExecutable(true, false);
    server = ServerProcess.up(folder.resolve("home"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void tenAcknowledgedUploadsAreFoundAfterEveryProcessWasKilledAtOnce() throws Exception {
    FormBatch batch = FormBatch.open(server, 10, 1);
    batch.deliver(server, 0, 10);

    server.killEverything();
    server = ServerProcess.up(folder.resolve("home"));

    batch.seal(server);
    batch.assertEachIsFoundOnce(server);
  }

  @Test
  void everyFileIsFoundOnceAfterThePageWorkersWereKilled() {
    FormBatch batch = beingRead(100);

    server.killWorkers();

    deliverTheRest(batch);
    batch.assertEachIsFoundOnce(server);
    assertThat(batch.refusals()).isEmpty();
  }

  @Test
  void everyFileIsFoundOnceAfterTheIndexWasKilled() {
    FormBatch batch = beingRead(200);

    server.killChild("elasticsearch");

    deliverTheRest(batch);
    batch.assertEachIsFoundOnce(server);
    assertThat(batch.refusals()).isEmpty();
  }

  @Test
  void everyFileIsFoundOnceAfterTheRegistryWasKilled() {
    FormBatch batch = beingRead(300);

    Set<String> refusals = batch.refusalsWhile(server, () -> server.killChild("postgresql"));

    deliverTheRest(batch);
    batch.assertEachIsFoundOnce(server);
    assertThat(refusals).containsOnly("503 registry-unavailable");
    assertThat(batch.refusals()).isSubsetOf("503 registry-unavailable");
  }

  @Test
  void everyFileIsFoundOnceAfterTheServerAloneWasKilledAndStartedAgain() throws Exception {
    FormBatch batch = beingRead(400);

    server.killServer();
    server = ServerProcess.up(folder.resolve("home"));

    deliverTheRest(batch);
    batch.assertEachIsFoundOnce(server);
  }

  /** Half of the batch has its receipts, and a part of that has been read. */
  private static FormBatch beingRead(long seed) {
    FormBatch batch = FormBatch.open(server, FORMS, seed);
    batch.deliver(server, 0, FORMS / 2);
    batch.awaitRead(server, 1);
    return batch;
  }

  private static void deliverTheRest(FormBatch batch) {
    batch.deliver(server, FORMS / 2, FORMS);
    batch.seal(server);
  }
}
