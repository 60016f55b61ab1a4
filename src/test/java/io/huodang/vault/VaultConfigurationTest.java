package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class VaultConfigurationTest {
  @TempDir Path home;

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Started.class);

  @Configuration
  @EnableConfigurationProperties(VaultSettings.class)
  @Import(VaultConfiguration.class)
  static class Started {}

  @Test
  void keepsInTheHomeWhenNothingElseIsSaid() {
    context
        .withPropertyValues("huodang.home=" + home)
        .run(
            started -> {
              Vault vault = started.getBean(Vault.class);
              vault.keep(Holding.MASTER, new byte[] {1});
              assertThat(vault).isInstanceOf(DirectoryVault.class);
              assertThat(home.resolve("vault/master")).isDirectory();
              assertThat(home.resolve("derivatives")).isDirectory();
            });
  }

  @Test
  void keepsInTheDirectoriesThatAreGiven() {
    context
        .withPropertyValues(
            "huodang.vault.directory=" + home.resolve("a"),
            "huodang.vault.derivatives-directory=" + home.resolve("b"),
            "huodang.vault.s3.endpoint=")
        .run(
            started -> {
              assertThat(started.getBean(Vault.class)).isInstanceOf(DirectoryVault.class);
              assertThat(home.resolve("a")).isDirectory();
              assertThat(home.resolve("b")).isDirectory();
            });
  }

  @Test
  void doesNotStartOnAnS3ThatIsNotThere() {
    context
        .withPropertyValues(
            "huodang.vault.s3.endpoint=http://127.0.0.1:1",
            "huodang.vault.s3.access-key=someone",
            "huodang.vault.s3.secret-key=something")
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .satisfies(cause -> assertThat(cause).isInstanceOf(IOException.class)));
  }
}
