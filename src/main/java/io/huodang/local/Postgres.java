package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server whose data lie in the home, durable ({@code fsync} on, data checksums), with
 * a password, on loopback only and without a Unix socket.
 */
public final class Postgres implements Program {
  private static final String MAJOR = "18";

  /** The owner of everything in it. */
  public static final String USER = "huodang";

  private static final String DATABASE = "huodang";
  private static final String NO_SUCH_DATABASE = "3D000";

  private final Components components;
  private final Place place;
  private final String password;

  /** A server in {@code <home>/postgresql}, on a free port. */
  public Postgres(Components components, Home home) throws IOException {
    this.components = components;
    this.place = Place.in(home, "postgresql");
    this.password = home.secret("postgresql");
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Place place() {
    return place;
  }

  /** The JDBC address of the database {@code huodang}. */
  public String url() {
    return url(DATABASE);
  }

  /** The JDBC address of a database of this server. */
  public String url(String database) {
    return url(place.port(), database);
  }

  /** The JDBC address of the database {@code huodang} of one that runs at a port. */
  public static String url(int port) {
    return url(port, DATABASE);
  }

  private static String url(int port, String database) {
    // What goes wrong with our own statements we are told: their errors quote values, and stay out
    // of the server's log. Those of the server's own work are still written there.
    return "jdbc:postgresql://127.0.0.1:%d/%s?options=-c%%20log_min_messages%%3Dlog"
        .formatted(port, database);
  }

  /** The owner of everything in this server. */
  public String username() {
    return USER;
  }

  /** The owner's password; never to be printed. */
  public String password() {
    return password;
  }

  @Override
  public End end() {
    return new End("INT", 20, "QUIT", 5);
  }

  @Override
  public Launch prepare() throws IOException {
    Path program = components.postgresql();
    Path data = place.directory().resolve("data");
    if (Files.notExists(data)) {
      initialise(program, data);
    }
    refuseOtherMajor(data);
    // Nobody works in this folder (Child has looked): a number in a left-over file may by now be
    // the number of any other process, and PostgreSQL would refuse to start because of it.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    return new Launch(
        List.of(
            program.resolve("bin/postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            "" + place.port(),
            "-clisten_addresses=127.0.0.1",
            "-cunix_socket_directories=",
            "-cfsync=on",
            "-cmax_connections=200",
            // Rows are looked up a few at a time: a worker beside us costs more than the read.
            "-cio_method=sync",
            "-cshared_buffers=256MB",
            // A statement or a detail can hold a person's name or number: neither may reach a log.
            "-clog_min_error_statement=panic",
            "-clog_error_verbosity=terse",
            "-clog_parameter_max_length=0",
            "-clog_parameter_max_length_on_error=0",
            "-clogging_collector=on",
            "-clog_directory=" + place.folder("logs"),
            "-clog_filename=postgresql-%a.log",
            "-clog_truncate_on_rotation=on",
            "-clog_rotation_age=1d",
            "-clog_rotation_size=0"),
        Map.of("TZ", "UTC"));
  }

  /** Makes the data folder under another name first: one that is cut short is made again. */
  private void initialise(Path program, Path data) throws IOException {
    Path part = place.directory().resolve("data.part");
    Unpacking.delete(part);
    Path passwordFile = place.directory().resolve("password.part");
    SyncedFile.write(passwordFile, password);
    place.account().own(passwordFile);
    try {
      Command.run(
          place
              .account()
              .running(
                  List.of(
                      program.resolve("bin/initdb").toString(),
                      "-D",
                      part.toString(),
                      "-U",
                      USER,
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--data-checksums",
                      "-E",
                      "UTF8",
                      "--locale=C.UTF-8")),
          place.directory(),
          "");
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void refuseOtherMajor(Path data) throws IOException {
    String written = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!written.equals(MAJOR)) {
      throw new Refusal(
          "postgresql-version",
          "The data in %s were written by PostgreSQL %s, this is %s; restore them from a backup"
              .formatted(data, written, MAJOR));
    }
  }

  @Override
  public boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return NO_SUCH_DATABASE.equals(e.getSQLState()) && createDatabase();
    }
  }

  private boolean createDatabase() {
    try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
