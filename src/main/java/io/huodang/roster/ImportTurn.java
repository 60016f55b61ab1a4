package io.huodang.roster;

import io.huodang.vocabulary.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to import: one roster at a time, on whichever node. The registry forgets a turn
 * by itself when the connection that holds it ends, as it does when the server is killed.
 */
@Component
class ImportTurn {
  private static final long KEY = 0x726f73746572L;

  private final DataSource source;

  ImportTurn(DataSource source) {
    this.source = source;
  }

  /** Held until closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes the turn.
   *
   * @throws Refusal {@code roster-busy} when another import is under way
   */
  Held take() {
    return tryToTake()
        .orElseThrow(
            () ->
                new Refusal(
                    "roster-busy", "Another roster is being imported; try again when it is done."));
  }

  /** Takes the turn if it is free. */
  Optional<Held> tryToTake() {
    try {
      Connection connection = source.getConnection();
      try {
        if (call(connection, "select pg_try_advisory_lock(?)")) {
          return Optional.of(() -> giveBack(connection));
        }
        connection.close();
        return Optional.empty();
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The registry is away", e);
    }
  }

  private static void giveBack(Connection connection) {
    try (connection) {
      call(connection, "select pg_advisory_unlock(?)");
    } catch (SQLException _) {
      // The connection is gone, and the turn with it.
    }
  }

  private static boolean call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
