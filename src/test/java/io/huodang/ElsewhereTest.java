package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.ProxiedS3;
import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The whole service on a registry, an index and a store that run elsewhere, named by settings. */
class ElsewhereTest {
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-elsewhere");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void formIsReadFoundAndShownAndNothingIsStartedHere() throws Exception {
    Path home = folder.resolve("home");
    Path store = Files.createDirectory(folder.resolve("s3"));
    try (ProxiedS3 s3 = ProxiedS3.start(store, 0, "invented-access", "invented-secret");
        ServerProcess server = ServerProcess.up(settings(s3), home)) {
      FormBatch batch = FormBatch.open(server, 1, 600);
      batch.deliver(server, 0, 1);
      batch.seal(server);

      batch.assertEachIsFoundOnce(server);

      assertThat(batch.pictureOfFirst(server)).isNotEmpty();
      assertThat(filesIn(store.resolve("masters"))).isPositive();
      assertThat(filesIn(store.resolve("derivatives"))).isPositive();
      assertThat(home.resolve("postgresql")).doesNotExist();
      assertThat(home.resolve("elasticsearch")).doesNotExist();
      assertThat(home.resolve("vault")).doesNotExist();
    }
  }

  private static Map<String, String> settings(ProxiedS3 s3) {
    RealPostgres.Database registry = RealPostgres.empty();
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    Map<String, String> settings = new HashMap<>();
    settings.put("HUODANG_REGISTRY_URL", registry.url());
    settings.put("HUODANG_REGISTRY_USERNAME", registry.username());
    settings.put("HUODANG_REGISTRY_PASSWORD", registry.password());
    settings.put("HUODANG_SEARCH_URL", indices.url());
    settings.put("HUODANG_SEARCH_USERNAME", indices.username());
    settings.put("HUODANG_SEARCH_PASSWORD", indices.password());
    settings.put("HUODANG_SEARCH_INDEX_PREFIX", indices.indexPrefix());
    settings.put("HUODANG_VAULT_S3_ENDPOINT", s3.url());
    settings.put("HUODANG_VAULT_S3_ACCESS_KEY", "invented-access");
    settings.put("HUODANG_VAULT_S3_SECRET_KEY", "invented-secret");
    settings.put("HUODANG_VAULT_S3_MASTERS_BUCKET", "masters");
    settings.put("HUODANG_VAULT_S3_DERIVATIVES_BUCKET", "derivatives");
    return settings;
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
