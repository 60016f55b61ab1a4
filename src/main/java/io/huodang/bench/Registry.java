package io.huodang.bench;

import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes an invented population with its papers into an empty registry, as intake, reading and
 * linking would have left it, and hands all of it to the step {@code index}.
 */
final class Registry {
  private static final int AT_ONCE = 1_000;
  private static final int PAPERS_A_BATCH = 500;

  private final DataSource dataSource;
  private final Population population;
  private final Papers papers;
  private final Lot lot;
  private int written;

  Registry(DataSource dataSource, Population population, Papers papers) {
    this.dataSource = dataSource;
    this.population = population;
    this.papers = papers;
    this.lot = new Lot(population.seed() + 2);
  }

  /** Papers and pages that were written. */
  record Written(int papers, int pages) {}

  private static final class Rows {
    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    Rows(String sql) {
      this.sql = sql;
    }

    void add(Object... values) {
      rows.add(values);
    }

    void write(Connection connection) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Object[] row : rows) {
          for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
          }
          statement.addBatch();
        }
        statement.executeBatch();
      }
      rows.clear();
    }
  }

  private final Rows persons =
      new Rows("insert into person (id, sex, birth_date, source) values (?, ?, ?, 'roster')");
  private final Rows identifiers =
      new Rows(
          "insert into identifier (person_id, kind, value, printed, source) values (?, ?, ?, ?, 'roster')");
  private final Rows names =
      new Rows(
          "insert into name (person_id, kind, value, folded, source) values (?, ?, ?, ?, 'roster')");
  private final Rows employments =
      new Rows("insert into employment (person_id, employer_id, source) values (?, ?, 'roster')");
  private final Rows files =
      new Rows(
          "insert into scan_file (id, batch_id, key, path, sha256, size, kind, state, pages, received_by) values (?, ?, ?, ?, ?, 1, 'pages', 'ok', ?, ?)");
  private final Rows items =
      new Rows(
          "insert into item (id, fonds_id, batch_id, scan_file_id, title, item_date) values (?, ?, ?, ?, ?, ?)");
  private final Rows versions =
      new Rows("insert into item_version (id, item_id, version, why) values (?, ?, 1, 'invented')");
  private final Rows pages =
      new Rows(
          "insert into page (id, scan_file_id, number, state, current_version) values (?, ?, ?, 'ok', 1)");
  private final Rows readings =
      new Rows(
          "insert into page_version (page_id, version, width, height, dpi, rotation, skew, blank, confidence, engine, text_sha256, seconds) values (?, 1, 2480, 3508, 300, 0, 0, false, 0.9, 'invented', ?, 0)");
  private final Rows itemPages =
      new Rows("insert into item_page (item_version_id, position, page_id) values (?, ?, ?)");
  private final Rows links =
      new Rows(
          "insert into link (item_id, person_id, role, state, evidence, margin) values (?, ?, 'subject', 'confirmed', '{}', 1)");
  private final Rows ledger =
      new Rows(
          "insert into ledger (step, subject_kind, subject_id, lane) values ('index', ?, ?, 2)");
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
  Written write() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      UUID fonds = id(connection, "select id from fonds order by number limit 1");
      UUID user = id(connection, "select id from app_user order by created_at limit 1");
      List<UUID> employers = employers(connection);
      int pagesWritten = 0;
      UUID batch = null;
      for (int i = 0; i < population.people().size(); i++) {
        Invented person = population.people().get(i);
        person(person, employers);
        for (int n = 0; n < person.items(); n++) {
          if (batch == null || written % PAPERS_A_BATCH == 0) {
            batch = batch(connection, fonds, user);
          }
          pagesWritten += paper(person, fonds, batch, user);
          written++;
        }
        if (i % AT_ONCE == AT_ONCE - 1 || i + 1 == population.people().size()) {
          for (Rows rows : inOrder) {
            rows.write(connection);
          }
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
      connection.createStatement().execute("analyze");
      return new Written(written, pagesWritten);
    }
  }

  private void person(Invented person, List<UUID> employers) {
    UUID id = person.id();
    persons.add(id, person.sex() == Sex.MALE ? "male" : "female", person.citizenId().birthDate());
    String number = person.citizenId().value();
    identifiers.add(id, "citizen-id", number, number);
    identifiers.add(id, "insured-number", person.insuredNumber(), person.insuredNumber());
    names.add(id, "current", person.name(), PersonName.fold(person.name()));
    if (person.formerName() != null) {
      names.add(id, "former", person.formerName(), PersonName.fold(person.formerName()));
    }
    employments.add(id, employers.get(person.employer()));
    ledger.add("person", id);
  }

  private int paper(Invented person, UUID fonds, UUID batch, UUID user) {
    UUID file = UUID.randomUUID();
    UUID item = UUID.randomUUID();
    UUID version = UUID.randomUUID();
    int count = lot.between(1, 2);
    Papers.Text first = papers.of(written);
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) written);
    files.add(file, batch, "f" + written, "f" + written + ".tif", hash, count, user);
    LocalDate date = LocalDate.of(lot.between(1979, 2024), lot.between(1, 12), lot.between(1, 28));
    items.add(item, fonds, batch, file, first.title(), date);
    versions.add(version, item);
    for (int n = 1; n <= count; n++) {
      UUID page = UUID.randomUUID();
      pages.add(page, file, n);
      byte[] text = java.util.HexFormat.of().parseHex(papers.of(written + n - 1).sha256().hex());
      readings.add(page, text);
      itemPages.add(version, n, page);
    }
    links.add(item, person.id());
    ledger.add("item", item);
    return count;
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

  private static UUID id(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }
}
