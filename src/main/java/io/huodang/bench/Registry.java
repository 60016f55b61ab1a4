package io.huodang.bench;

import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes an invented population with its papers into an empty registry, as intake, reading and
 * linking would have left it: the step {@code index} is still to be done, or is on record as done
 * for who fills the index anew.
 */
final class Registry {
  private static final int AT_ONCE = 5_000;
  private static final int PAPERS_A_BATCH = 500;

  private final DataSource dataSource;
  private final Population population;
  private final Papers papers;
  private final String indexed;
  private final Lot lot;
  private long serial;
  private int written;

  /**
   * Prepares to write.
   *
   * @param indexed whether the ledger shall say that all of it is indexed already
   */
  Registry(DataSource dataSource, Population population, Papers papers, boolean indexed) {
    this.dataSource = dataSource;
    this.population = population;
    this.papers = papers;
    this.indexed = indexed ? "done" : "ready";
    this.lot = new Lot(population.seed() + 2);
    this.serial = population.people().size();
  }

  /** Papers and pages that were written. */
  record Written(int papers, int pages) {}

  /** Rows of one table on their way. */
  private static final class Rows {
    private final String copy;
    private final StringBuilder text = new StringBuilder();

    Rows(String table) {
      this.copy = "copy " + table + " from stdin";
    }

    /** Null, or what PostgreSQL reads; none of it holds a tab, a break or a backslash. */
    void add(@Nullable Object... values) {
      for (int i = 0; i < values.length; i++) {
        text.append(i == 0 ? "" : "\t");
        Object value = values[i];
        if (value == null) {
          text.append("\\N");
        } else if (value instanceof byte[] bytes) {
          text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
          text.append(value);
        }
      }
      text.append('\n');
    }

    void write(CopyManager to) throws SQLException, IOException {
      to.copyIn(copy, new StringReader(text.toString()));
      text.setLength(0);
    }
  }

  private final Rows persons = new Rows("person (id, sex, birth_date, source)");
  private final Rows identifiers = new Rows("identifier (person_id, kind, value, printed, source)");
  private final Rows names = new Rows("name (person_id, kind, value, folded, source)");
  private final Rows employments = new Rows("employment (person_id, employer_id, source)");
  private final Rows files =
      new Rows(
          "scan_file (id, batch_id, key, path, sha256, size, kind, state, pages, received_by)");
  private final Rows items =
      new Rows("item (id, fonds_id, batch_id, scan_file_id, title, item_date, image_state)");
  private final Rows versions = new Rows("item_version (id, item_id, version, why)");
  private final Rows pages = new Rows("page (id, scan_file_id, number, state, current_version)");
  private final Rows readings =
      new Rows(
          "page_version (page_id, version, width, height, dpi, rotation, skew, blank, confidence, engine, text_sha256, seconds)");
  private final Rows itemPages = new Rows("item_page (item_version_id, position, page_id)");
  private final Rows links = new Rows("link (item_id, person_id, role, state, evidence, margin)");
  private final Rows ledger =
      new Rows("ledger (step, subject_kind, subject_id, lane, state, finished_at)");
  private final List<Rows> inOrder =
      List.of(
          persons,
          identifiers,
          names,
          employments,
          files,
          items,
          versions,
          pages,
          readings,
          itemPages,
          links,
          ledger);

  /**
   * Writes everything.
   *
   * @return how much it was
   */
  Written write() throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      // It is right as it is made: PostgreSQL need not look for every row that one refers to.
      execute(connection, "set session_replication_role = replica");
      execute(connection, "set synchronous_commit = off");
      connection.setAutoCommit(false);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      UUID fonds = id(connection, "select id from fonds order by number limit 1");
      UUID user = id(connection, "select id from app_user order by created_at limit 1");
      List<UUID> employers = employers(connection);
      int pagesWritten = 0;
      UUID batch = null;
      int number = 0;
      for (Invented person : population.people()) {
        person(person, employers);
        for (int n = 0; n < person.items(); n++) {
          if (batch == null || written % PAPERS_A_BATCH == 0) {
            batch = batch(connection, fonds, user);
          }
          pagesWritten += paper(person, fonds, batch, user);
          written++;
        }
        if (++number % AT_ONCE == 0 || number == population.people().size()) {
          for (Rows rows : inOrder) {
            rows.write(copy);
          }
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
      execute(connection, "vacuum analyze");
      return new Written(written, pagesWritten);
    }
  }

  private void person(Invented person, List<UUID> employers) {
    UUID id = person.id();
    persons.add(
        id, person.sex() == Sex.MALE ? "male" : "female", person.citizenId().birthDate(), "roster");
    String number = person.citizenId().value();
    String insured = person.insuredNumber();
    identifiers.add(id, "citizen-id", number, number, "roster");
    identifiers.add(id, "insured-number", insured, insured, "roster");
    names.add(id, "current", person.name(), PersonName.fold(person.name()), "roster");
    String former = person.formerName();
    if (former != null) {
      names.add(id, "former", former, PersonName.fold(former), "roster");
    }
    employments.add(id, employers.get(person.employer()), "roster");
    toIndex("person", id);
  }

  private int paper(Invented person, UUID fonds, UUID batch, UUID user) {
    UUID item = lot.id(serial++);
    UUID version = lot.id(serial++);
    LocalDate date = LocalDate.of(lot.between(1979, 2024), lot.between(1, 12), lot.between(1, 28));
    String title = papers.of(written).title();
    int count = papers.isRead(written) ? lot.between(1, 2) : 0;
    UUID file = null;
    if (count > 0) {
      file = lot.id(serial++);
      byte[] hash = Sha256.ofContent(("f" + written).getBytes(StandardCharsets.UTF_8)).bytes();
      String key = "f" + written;
      files.add(file, batch, key, key + ".tif", hash, 1, "pages", "ok", count, user);
    }
    items.add(item, fonds, batch, file, title, date, count > 0 ? "taken-in" : "none");
    versions.add(version, item, 1, "invented");
    for (int n = 1; n <= count; n++) {
      UUID page = lot.id(serial++);
      pages.add(page, file, n, "ok", 1);
      byte[] text = papers.of(written + n - 1).sha256().bytes();
      readings.add(page, 1, 2480, 3508, 300, 0, 0, false, 0.9, "invented", text, 0);
      itemPages.add(version, n, page);
    }
    links.add(item, person.id(), "subject", "confirmed", "{}", 1);
    toIndex("item", item);
    return count;
  }

  private void toIndex(String kind, UUID subject) {
    ledger.add("index", kind, subject, 2, indexed, indexed.equals("done") ? "now" : null);
  }

  private static UUID batch(Connection connection, UUID fonds, UUID user) throws SQLException {
    return id(
        connection,
        "insert into batch (fonds_id, title, source, arrangement, state, created_by)"
            + " values ('%s', 'invented', 'vendor', 'file-is-item', 'done', '%s') returning id"
                .formatted(fonds, user));
  }

  private List<UUID> employers(Connection connection) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (PreparedStatement name =
        connection.prepareStatement(
            "insert into name (employer_id, kind, value, folded, source) values (?, 'current', ?, ?, 'roster')")) {
      for (String employer : population.employers()) {
        UUID id = id(connection, "insert into employer default values returning id");
        name.setObject(1, id);
        name.setString(2, employer);
        name.setString(3, PersonName.fold(employer));
        name.addBatch();
        ids.add(id);
      }
      name.executeBatch();
    }
    return ids;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static UUID id(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }
}
