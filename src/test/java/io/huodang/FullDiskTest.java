package io.huodang;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.ServerProcess;
import io.huodang.testing.SmallDisk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A disk that becomes full to its last byte while a batch is being read: nothing more is taken in,
 * nothing acknowledged is lost, and all goes on by itself when there is room again.
 */
class FullDiskTest {
  private static final int MEGABYTES = 800;
  private static final Duration LONG_ENOUGH_TO_HURT = Duration.ofSeconds(8);

  @Test
  void everyFileIsFoundOnceAfterThereIsRoomAgain() throws Exception {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    Optional<SmallDisk> mounted = SmallDisk.mount(MEGABYTES);
    assumeTrue(mounted.isPresent(), "a small disk can only be mounted by root");
    try (SmallDisk disk = mounted.get();
        ServerProcess server = ServerProcess.up(disk.root().resolve("home"))) {
      FormBatch batch = FormBatch.open(server, 5, 800);
      batch.deliver(server, 0, 4);
      batch.awaitRead(server, 1);

      disk.fill();
      batch.assertRefused(server, 4, "507 disk-full", LONG_ENOUGH_TO_HURT);
      disk.makeRoom();

      batch.deliver(server, 4, 5);
      batch.seal(server);
      batch.assertEachIsFoundOnce(server);
    }
  }
}
