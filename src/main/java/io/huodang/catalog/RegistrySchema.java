package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the registry's schema up to date at the start, or says in one sentence why it cannot. */
@Component
class RegistrySchema implements FlywayMigrationStrategy {
  private static final int LEAST_SERVER = 18;

  private final JdbcClient jdbc;
  private final String place;

  RegistrySchema(DataSource source, @Value("${spring.datasource.url}") String url) {
    this.jdbc = JdbcClient.create(source);
    this.place = url.replaceFirst("\\?.*", "");
  }

  @Override
  public void migrate(Flyway flyway) {
    try {
      refuseOldServer();
      refuseNewerSchema(flyway);
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new Refusal(
          "registry-differs",
          "The registry at %s was not made by this program's migrations; restore it from a backup, or name another: %s"
              .formatted(place, oneLine(e)),
          e);
    } catch (FlywayException | org.springframework.dao.DataAccessException e) {
      throw new Refusal(
          "registry-unusable",
          "PostgreSQL at %s cannot be used: %s; see huodang.registry.url, .username and .password"
              .formatted(place, reason(e)),
          e);
    }
  }

  private void refuseOldServer() {
    int version =
        jdbc.sql("select current_setting('server_version_num')::int / 10000")
            .query(Integer.class)
            .single();
    if (version < LEAST_SERVER) {
      throw new Refusal(
          "registry-server-too-old",
          "PostgreSQL at %s is version %d, Huodang needs %d or newer; update it, or name another"
              .formatted(place, version, LEAST_SERVER));
    }
  }

  private void refuseNewerSchema(Flyway flyway) {
    Optional<MigrationInfo> newer =
        Arrays.stream(flyway.info().all())
            .filter(
                migration ->
                    migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
            .findFirst();
    if (newer.isPresent()) {
      throw new Refusal(
          "registry-too-new",
          "The registry at %s was written by a newer Huodang (schema %s, this one knows up to %s); update first"
              .formatted(place, newer.get().getVersion(), lastKnown(flyway)));
    }
  }

  private static String lastKnown(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(migration -> String.valueOf(migration.getVersion()))
        .reduce("none", (_, last) -> last);
  }

  /** What PostgreSQL or its driver says, else what the failure says first. */
  private static String reason(Exception failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getCause() instanceof SQLException == false) {
        return oneLine(sql);
      }
    }
    return oneLine(failure);
  }

  private static String oneLine(Exception failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
