package io.huodang.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Chooses where bytes are kept. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Vault vault(VaultSettings settings, Environment environment) throws IOException {
    if (settings.s3().given()) {
      return new S3Vault(settings.s3());
    }
    return new DirectoryVault(
        inHome(settings.directory(), "vault", environment),
        inHome(settings.derivativesDirectory(), "derivatives", environment));
  }

  private static Path inHome(@Nullable Path given, String name, Environment environment) {
    return given != null
        ? given
        : Path.of(environment.getRequiredProperty("huodang.home")).resolve(name);
  }
}
