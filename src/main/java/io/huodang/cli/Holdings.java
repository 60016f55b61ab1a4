package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.local.Postgres;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The registry and the vault of a home.
 *
 * @param registry connections to it, not pooled
 */
record Holdings(DataSource registry, Vault vault) implements AutoCloseable {

  /** Those that were started for this alone. */
  static Holdings of(Parts parts, ServerSettings settings) throws IOException {
    ConfigurableEnvironment environment = settings.environment();
    parts.begin(environment);
    return new Holdings(
        new DriverManagerDataSource(
            environment.getRequiredProperty("spring.datasource.url"),
            environment.getRequiredProperty("spring.datasource.username"),
            environment.getRequiredProperty("spring.datasource.password")),
        Vault.beside(environment));
  }

  /**
   * Those of a server that runs.
   *
   * @throws Refusal {@code other-settings} when these settings are not the server's
   */
  static Holdings of(Path home, RunningServer server, ServerSettings settings) throws IOException {
    ConfigurableEnvironment environment = settings.environment();
    Map<String, Object> found = new HashMap<>();
    part(server, "MinIO")
        .ifPresent(
            minio -> {
              found.put("huodang.vault.s3.endpoint", "http://127.0.0.1:" + minio.port());
              found.put("huodang.vault.s3.access-key", Home.secretOf(home, "minio-access-key"));
              found.put("huodang.vault.s3.secret-key", Home.secretOf(home, "minio-secret-key"));
            });
    environment.getPropertySources().addFirst(new MapPropertySource("parts", found));
    Vault vault = Vault.beside(environment);
    if (!vault.describe().equals(server.vault())) {
      throw otherSettings("keeps its bytes in: " + server.vault());
    }
    return new Holdings(registry(home, server, environment), vault);
  }

  private static DataSource registry(
      Path home, RunningServer server, ConfigurableEnvironment environment) {
    Optional<Part> here = part(server, "PostgreSQL");
    if (here.isPresent()) {
      return new DriverManagerDataSource(
          Postgres.url(here.get().port()), Postgres.USER, Home.secretOf(home, "postgresql"));
    }
    String url = environment.getProperty("huodang.registry.url", "");
    if (url.isBlank() || !server.parts().contains(Part.elsewhere("PostgreSQL", url, 5432))) {
      throw otherSettings("has its registry elsewhere");
    }
    return new DriverManagerDataSource(
        url,
        environment.getProperty("huodang.registry.username", ""),
        environment.getProperty("huodang.registry.password", ""));
  }

  /** One that the server runs itself. */
  private static Optional<Part> part(RunningServer server, String name) {
    return server.parts().stream()
        .filter(part -> part.name().equals(name) && part.folder().isPresent())
        .findFirst();
  }

  private static Refusal otherSettings(String what) {
    return new Refusal(
        "other-settings",
        "The server %s; give this command the same settings (HUODANG_REGISTRY_…, HUODANG_VAULT_…) as the server has"
            .formatted(what));
  }

  @Override
  public void close() throws IOException {
    if (vault instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
