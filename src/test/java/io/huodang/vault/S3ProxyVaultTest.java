package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.vocabulary.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An S3 that knows conditional writes, but no object lock. */
class S3ProxyVaultTest extends S3Contract {
  @TempDir static Path store;
  private static S3Proxy proxy;

  @BeforeAll
  static void start() throws Exception {
    proxy = start(0);
  }

  private static S3Proxy start(int port) throws Exception {
    Properties where = new Properties();
    where.setProperty("jclouds.filesystem.basedir", store.toString());
    BlobStore blobs = BlobStores.create("filesystem-nio2", where);
    S3Proxy started =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    started.start();
    return started;
  }

  @AfterAll
  static void stop() throws Exception {
    proxy.stop();
  }

  @Override
  String endpoint() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  @Test
  void doesNotClaimAnObjectLockThatTheStoreLacks() throws Exception {
    assertThat(vault().describe()).contains("no object lock");
  }

  @Test
  void saysThatTheStoreIsAwayAndGoesOnWhenItIsBack() throws Exception {
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes(1000));
    VaultSettings.S3 settings = settings();
    int port = proxy.getPort();

    proxy.stop();
    try {
      assertThatThrownBy(() -> vault().keep(Holding.MASTER, bytes(1000)))
          .isInstanceOf(VaultUnavailable.class)
          .hasMessageContaining(":" + port);
      assertThatThrownBy(() -> vault().open(Holding.MASTER, sha256))
          .isInstanceOf(VaultUnavailable.class);
      assertThatThrownBy(() -> vault().size(Holding.MASTER, sha256))
          .isInstanceOf(VaultUnavailable.class);
      assertThatThrownBy(() -> vault().forEach(Holding.MASTER, seen -> {}))
          .isInstanceOf(VaultUnavailable.class);
      assertThatThrownBy(() -> new S3Vault(settings)).isInstanceOf(VaultUnavailable.class);
    } finally {
      proxy = start(port);
    }

    assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
  }

  @Test
  void saysThatTheStoreDoesNotLetUsIn() {
    VaultSettings.S3 good = settings();
    VaultSettings.S3 wrong =
        new VaultSettings.S3(
            good.endpoint(),
            ACCESS_KEY,
            "another-secret",
            good.mastersBucket(),
            good.derivativesBucket(),
            good.region());

    assertThatThrownBy(() -> new S3Vault(wrong))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageNotContaining("another-secret");
  }
}
