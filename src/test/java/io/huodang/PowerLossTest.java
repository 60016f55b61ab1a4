package io.huodang;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.Disk;
import io.huodang.testing.FormBatch;
import io.huodang.testing.ServerProcess;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The power goes right after the last receipt, while the batch is being read: what was not synced
 * is lost with everything that runs, and every acknowledged file is read and found afterwards.
 */
class PowerLossTest {
  private static final int MEGABYTES = 2000;
  private static final int FORMS = 6;

  @Test
  void everyAcknowledgedFileIsFoundOnceAfterThePowerWasCut() throws Exception {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    Optional<Disk> mounted = Disk.mount(MEGABYTES);
    assumeTrue(mounted.isPresent(), "a disk whose power can be cut can only be mounted by root");
    try (Disk disk = mounted.get()) {
      Path home = disk.root().resolve("home");
      ServerProcess before = ServerProcess.up(home);
      FormBatch batch = FormBatch.open(before, FORMS, 900);
      batch.deliver(before, 0, FORMS);

      disk.cutPower();
      before.killEverything();
      disk.restart();

      try (ServerProcess after = ServerProcess.up(home)) {
        batch.seal(after);
        batch.assertEachIsFoundOnce(after);
      }
    }
  }
}
