package io.huodang.vault;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Chooses where bytes are kept. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  private static final String SEE_S3 = " See the settings huodang.vault.s3.*";
  private static final String SEE_DIRECTORY =
      " See the settings huodang.vault.directory and .derivatives-directory";

  /**
   * The vault, open.
   *
   * @throws Refusal {@code vault-unusable} when it cannot be made, reached or entered
   */
  @Bean
  Vault vault(VaultSettings settings, Environment environment) {
    try {
      return open(settings, environment, false);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(
          "vault-unusable",
          "%s%s".formatted(e.getMessage(), settings.s3().given() ? SEE_S3 : SEE_DIRECTORY),
          e);
    }
  }

  static Vault open(VaultSettings settings, Environment environment, boolean shared)
      throws IOException {
    if (settings.s3().given()) {
      return new S3Vault(settings.s3());
    }
    return new DirectoryVault(
        inHome(settings.directory(), "vault", environment),
        inHome(settings.derivativesDirectory(), "derivatives", environment),
        shared);
  }

  private static Path inHome(@Nullable Path given, String name, Environment environment) {
    return given != null
        ? given
        : Path.of(environment.getRequiredProperty("huodang.home")).resolve(name);
  }
}
