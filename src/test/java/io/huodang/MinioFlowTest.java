package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.RealMinio;
import io.huodang.testing.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** {@code up --minio}: the images lie in a MinIO that is one more child, and survive a restart. */
class MinioFlowTest {
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws Exception {
    assumeTrue(RealMinio.binary().isPresent(), "no MinIO is on the PATH or in the cache");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-minio");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws Exception {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void formIsReadFoundAndShownAlsoAfterMinioWasKilled() throws Exception {
    Path home = folder.resolve("home");
    try (ServerProcess server = ServerProcess.up(home, "--minio")) {
      FormBatch batch = FormBatch.open(server, 2, 700);
      batch.deliver(server, 0, 1);
      batch.awaitRead(server, 1);

      server.killChild("minio");

      batch.deliver(server, 1, 2);
      batch.seal(server);
      batch.assertEachIsFoundOnce(server);
      assertThat(batch.pictureOfFirst(server)).isNotEmpty();
      assertThat(Files.readString(home.resolve("server.json"))).contains("object lock proved");
      assertThat(home.resolve("minio/data/huodang-masters")).isNotEmptyDirectory();
      assertThat(home.resolve("minio/data/huodang-derivatives")).isNotEmptyDirectory();
      assertThat(home.resolve("vault")).doesNotExist();
    }
  }
}
