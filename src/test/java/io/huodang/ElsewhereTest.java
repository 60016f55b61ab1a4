package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.HuodangCommand;
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
    try (ProxiedS3 s3 = ProxiedS3.start(store, 0, "invented-access", "invented-secret")) {
      Map<String, String> settings = settings(s3);
      readFindAndShow(settings, home, store);
      makeRegistryAgain(settings);
    }
  }

  private void readFindAndShow(Map<String, String> settings, Path home, Path store)
      throws Exception {
    try (ServerProcess server = ServerProcess.up(settings, home)) {
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
      backUpAndRestoreHere(settings, home);
      server.awaitDescribed();
    }
  }

  /** From S3 and a registry elsewhere into a home that has everything itself. */
  private void backUpAndRestoreHere(Map<String, String> settings, Path home) throws Exception {
    String backups = folder.resolve("backups").toString();
    HuodangCommand blind = HuodangCommand.run("backup", backups, "--home", home.toString());
    assertThat(blind.status()).as("without the server's settings").isEqualTo(1);

    HuodangCommand made =
        HuodangCommand.run(settings, "backup", backups, "--json", "--home", home.toString());
    assertThat(made.status()).as(made.said()).isZero();
    assertThat(made.json().at("/backup/copied").asInt()).isGreaterThanOrEqualTo(2);
    Path here = folder.resolve("here");
    HuodangCommand restored = HuodangCommand.run("restore", backups, "--home", here.toString());

    assertThat(restored.status()).as(restored.said()).isZero();
    assertThat(filesIn(here.resolve("vault/master"))).isEqualTo(1);
    assertThat(filesIn(here.resolve("vault/page-text"))).isEqualTo(1);
    try (Stream<Path> manifests = Files.walk(folder.resolve("backups/backups"))) {
      Path manifest =
          manifests.filter(file -> file.endsWith("manifest.json")).findFirst().orElseThrow();
      assertThat(Files.readString(manifest))
          .contains("HUODANG_VAULT_S3_SECRET_KEY", "HUODANG_VAULT_S3_MASTERS_BUCKET")
          .doesNotContain("invented-secret", settings.get("HUODANG_REGISTRY_PASSWORD"));
    }
  }

  /** Another empty registry elsewhere, out of what the store describes. */
  private void makeRegistryAgain(Map<String, String> settings) throws Exception {
    String home = folder.resolve("again").toString();
    HuodangCommand occupied =
        HuodangCommand.run(settings, "restore", "--from-vault", "--home", home);
    assertThat(occupied.status()).as("a registry is there").isEqualTo(1);
    Map<String, String> empty = new HashMap<>(settings);
    empty.put("HUODANG_REGISTRY_URL", RealPostgres.empty().url());

    HuodangCommand made =
        HuodangCommand.run(empty, "restore", "--from-vault", "--json", "--home", home);

    assertThat(made.status()).as(made.said()).isZero();
    assertThat(made.json().at("/restored/rows/item").asInt()).isEqualTo(1);
    assertThat(made.json().at("/restored/rows/link").asInt()).isPositive();
  }

  private static Map<String, String> settings(ProxiedS3 s3) {
    Map<String, String> settings = new HashMap<>(RealPostgres.empty().settings());
    settings.putAll(RealElasticsearch.indices().settings());
    settings.put("HUODANG_PRESERVATION_MANIFEST_AFTER", "0s");
    settings.put("HUODANG_OPERATIONS_FRESH", "0s");
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
