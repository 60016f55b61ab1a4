package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.testing.RealMinio;
import io.huodang.vocabulary.Sha256;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real MinIO, where its binary is. */
@EnabledIf(
    value = "isBinaryHere",
    disabledReason = "no MinIO: neither in <cache>/bin nor on the PATH")
class MinioVaultTest extends S3Contract {
  @TempDir static Path store;
  private static @Nullable MinioServer minio;

  @BeforeAll
  static void start() throws Exception {
    minio = server(store.resolve("first"));
  }

  static boolean isBinaryHere() {
    return RealMinio.binary().isPresent();
  }

  @AfterAll
  static void stop() {
    if (minio != null) {
      minio.close();
    }
  }

  @Override
  String endpoint() {
    return Objects.requireNonNull(minio).endpoint();
  }

  @Test
  void provesThatALockedVersionCannotBeDeleted() throws Exception {
    assertThat(vault().describe()).contains("object lock proved");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void writesASecondCopyOfNothing(int length) throws Exception {
    byte[] bytes = bytes(length);
    Sha256 sha256 = Sha256.ofContent(bytes);

    vault().keep(Holding.MASTER, sha256, file(bytes));
    vault().keep(Holding.MASTER, sha256, file(bytes));

    assertThat(versions(Holding.MASTER.place(sha256))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void writesOneCopyOfWhatManyWriteAtOnce(int length) throws Exception {
    byte[] bytes = bytes(length);

    keepAtOnce(bytes);

    assertThat(versions(Holding.MASTER.place(Sha256.ofContent(bytes)))).hasSize(1);
  }

  private List<String> versions(String place) throws Exception {
    List<String> versions = new ArrayList<>();
    try (MinioClient client = client()) {
      for (Result<Item> item :
          client.listObjects(
              ListObjectsArgs.builder()
                  .bucket(settings().mastersBucket())
                  .prefix(place)
                  .includeVersions(true)
                  .build())) {
        versions.add(item.get().versionId());
      }
    }
    return versions;
  }

  @Test
  void keepsWhatItAcknowledgedBeforeTheStoreWasKilled() throws Exception {
    Path place = store.resolve("killed");
    List<Sha256> acknowledged;
    try (MinioServer first = server(place)) {
      List<String> address = new ArrayList<>(address());
      address.set(0, first.endpoint());
      acknowledged = acknowledged(address, first::kill);
    }

    try (MinioServer second = server(place);
        S3Vault vault = new S3Vault(at(second))) {
      List<Sha256> kept = new ArrayList<>();
      vault.forEach(Holding.MASTER, kept::add);
      assertThat(kept).containsAll(acknowledged);
      for (Sha256 sha256 : kept) {
        assertThat(vault.verify(Holding.MASTER, sha256)).isTrue();
      }
    }
  }

  @Test
  void saysThatTheStoreWasKilled() throws Exception {
    try (MinioServer other = server(store.resolve("other"));
        S3Vault vault = new S3Vault(at(other))) {
      other.kill();

      assertThatThrownBy(() -> vault.keep(Holding.MASTER, bytes(10)))
          .isInstanceOf(VaultUnavailable.class);
    }
  }

  private static MinioServer server(Path place) throws Exception {
    return new MinioServer(RealMinio.binary().orElseThrow(), place, ACCESS_KEY, SECRET_KEY);
  }

  private VaultSettings.S3 at(MinioServer server) {
    VaultSettings.S3 here = settings();
    return new VaultSettings.S3(
        server.endpoint(),
        ACCESS_KEY,
        SECRET_KEY,
        here.mastersBucket(),
        here.derivativesBucket(),
        here.region());
  }
}
