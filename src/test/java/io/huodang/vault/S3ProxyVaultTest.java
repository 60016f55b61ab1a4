package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.testing.ProxiedS3;
import io.huodang.vocabulary.Sha256;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An S3 that knows conditional writes, but no object lock. */
class S3ProxyVaultTest extends S3Contract {
  @TempDir static Path store;
  private static ProxiedS3 proxy;

  @BeforeAll
  static void start() throws Exception {
    proxy = start(0);
  }

  private static ProxiedS3 start(int port) throws Exception {
    return ProxiedS3.start(store, port, ACCESS_KEY, SECRET_KEY);
  }

  @AfterAll
  static void stop() throws Exception {
    proxy.close();
  }

  @Override
  String endpoint() {
    return proxy.url();
  }

  @Test
  void doesNotClaimAnObjectLockThatTheStoreLacks() throws Exception {
    assertThat(vault().describe()).contains("no object lock");
  }

  @Test
  void saysThatTheStoreIsAwayAndGoesOnWhenItIsBack() throws Exception {
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes(1000));
    VaultSettings.S3 settings = settings();
    int port = proxy.port();

    proxy.close();
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
