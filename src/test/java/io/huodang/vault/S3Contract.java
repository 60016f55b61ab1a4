package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.Sha256;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the vault must do on every S3 store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3Contract extends VaultContract {
  static final String ACCESS_KEY = "huodang-test";
  static final String SECRET_KEY = "only-for-this-test-run";

  private final String bucket = "test-" + UUID.randomUUID();
  private @Nullable S3Vault vault;

  abstract String endpoint();

  VaultSettings.S3 settings() {
    return new VaultSettings.S3(
        endpoint(), ACCESS_KEY, SECRET_KEY, bucket + "-m", bucket + "-d", "us-east-1");
  }

  /** Opened at first use; all tests of a class share its buckets. */
  @Override
  Vault vault() throws IOException {
    if (vault == null) {
      vault = new S3Vault(settings());
    }
    return vault;
  }

  @AfterAll
  void close() {
    if (vault != null) {
      vault.close();
    }
  }

  @Override
  List<String> address() {
    VaultSettings.S3 s3 = settings();
    return List.of(
        s3.endpoint(), s3.accessKey(), s3.secretKey(), s3.mastersBucket(), s3.derivativesBucket());
  }

  @Override
  void tamper(Holding holding, Sha256 sha256) throws Exception {
    byte[] bytes;
    try (InputStream in = vault().open(holding, sha256)) {
      bytes = in.readAllBytes();
    }
    bytes[42] ^= 1;
    replace(holding, sha256, bytes);
  }

  @Override
  void truncate(Holding holding, Sha256 sha256) throws Exception {
    replace(holding, sha256, new byte[10]);
  }

  private void replace(Holding holding, Sha256 sha256, byte[] bytes) throws Exception {
    try (MinioClient client = client()) {
      client.putObject(
          PutObjectArgs.builder()
              .bucket(settings().bucket(holding))
              .object(holding.place(sha256))
              .data(bytes, bytes.length)
              .build());
    }
  }

  MinioClient client() {
    return MinioClient.builder()
        .endpoint(endpoint())
        .region("us-east-1")
        .credentials(ACCESS_KEY, SECRET_KEY)
        .build();
  }

  @Test
  void provesThatASecondWriteIsRefused() throws IOException {
    assertThat(vault().describe()).contains("write-once proved").contains(endpoint());
  }

  @Test
  void opensBucketsThatAreThereAlready() throws IOException {
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes(10));

    try (S3Vault again = new S3Vault(settings())) {
      assertThat(again.verify(Holding.MASTER, sha256)).isTrue();
      assertThat(again.describe()).isEqualTo(vault().describe());
    }
  }

  @Test
  void saysNoKeyInItsDescription() throws IOException {
    assertThat(vault().describe()).doesNotContain(SECRET_KEY).doesNotContain(ACCESS_KEY);
    assertThat(settings().toString()).doesNotContain(SECRET_KEY).doesNotContain(ACCESS_KEY);
  }
}
