package io.huodang.testing;

import io.huodang.local.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL for all tests of this process; each test takes a database of its own. */
public final class RealPostgres {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Postgres server;

  private RealPostgres() {
    server = RealProgram.start("postgresql", Postgres::new);
    execute("create database " + TEMPLATE);
    Flyway.configure().dataSource(source(TEMPLATE)).load().migrate();
  }

  private static final class Lazily {
    static final RealPostgres SERVER = new RealPostgres();
  }

  /** Where it writes what it has to say. */
  static Path logs() {
    return Lazily.SERVER.server.place().directory().resolve("logs");
  }

  /**
   * A database that no other test uses.
   *
   * @param name in the server
   * @param url for JDBC
   * @param username who may do everything in it
   * @param password of that user
   * @param source connections to it, not pooled
   */
  public record Database(
      String name, String url, String username, String password, DataSource source) {
    /** How an operator names it to a server. */
    public Map<String, String> settings() {
      return Map.of(
          "HUODANG_REGISTRY_URL", url,
          "HUODANG_REGISTRY_USERNAME", username,
          "HUODANG_REGISTRY_PASSWORD", password);
    }
  }

  /** A new database with the registry's schema. */
  public static Database migrated() {
    return Lazily.SERVER.create(" template " + TEMPLATE);
  }

  /** A new database with nothing in it. */
  public static Database empty() {
    return Lazily.SERVER.create("");
  }

  /** Ends every connection to a database, and lets nobody in any more. */
  public static void shut(Database database) {
    Lazily.SERVER.execute("alter database " + database.name() + " allow_connections false");
    Lazily.SERVER.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
            .formatted(database.name()));
  }

  private Database create(String options) {
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name + options);
    return new Database(name, server.url(name), server.username(), server.password(), source(name));
  }

  private DataSource source(String database) {
    return new DriverManagerDataSource(server.url(database), server.username(), server.password());
  }

  private synchronized void execute(String statement) {
    try (Connection connection =
            DriverManager.getConnection(
                server.url("postgres"), server.username(), server.password());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
