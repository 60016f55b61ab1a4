package io.huodang.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was read on the current versions of items' pages. */
@Repository
public class Readings {
  private static final String CONFIRMED = "confirmed";
  private static final String CATALOGUE = "catalogue";
  private static final UUID NO_PAGE = new UUID(0, 0);
  private static final List<Integer> NOWHERE = List.of(0, 0, 0, 0);

  private final JdbcClient jdbc;
  private final Confirmations confirmations;
  private final Statements statements;

  Readings(JdbcClient jdbc, Confirmations confirmations, Statements statements) {
    this.jdbc = jdbc;
    this.confirmations = confirmations;
    this.statements = statements;
  }

  /**
   * What counts: readings and what a catalogue states, and in their place what persons confirmed;
   * both as readings of full confidence. A field that a person found empty or illegible is not
   * among them.
   */
  public List<Reading> inForce(UUID itemId) {
    List<Reading> read =
        Stream.concat(
                ofItem(itemId).stream(), statements.ofItem(itemId).stream().map(Readings::stated))
            .toList();
    List<Confirmation> confirmed = confirmations.ofItem(itemId);
    Set<FieldKey> settled = confirmed.stream().map(Confirmation::key).collect(Collectors.toSet());
    return Stream.concat(
            read.stream().filter(reading -> !settled.contains(FieldKey.of(reading))),
            confirmed.stream()
                .filter(confirmation -> !confirmation.value().isEmpty())
                .map(confirmation -> inPlaceOf(read, confirmation)))
        .toList();
  }

  private static Reading stated(Statements.Statement statement) {
    return new Reading(
        NO_PAGE,
        NO_PAGE,
        0,
        statement.field(),
        null,
        statement.value(),
        1,
        List.of(),
        NOWHERE,
        CATALOGUE);
  }

  /** A confirmation as a reading: it stands where the field was read, if it was. */
  private static Reading inPlaceOf(List<Reading> read, Confirmation confirmed) {
    Optional<Reading> replaced =
        read.stream()
            .filter(reading -> FieldKey.of(reading).equals(confirmed.key()))
            .max(Comparator.comparingDouble(Reading::confidence));
    UUID page = confirmed.pageId();
    return new Reading(
        confirmed.id(),
        page != null ? page : replaced.map(Reading::pageId).orElse(NO_PAGE),
        replaced.map(Reading::position).orElse(0),
        confirmed.key().field(),
        confirmed.key().row(),
        confirmed.value(),
        1,
        List.of(),
        replaced.map(Reading::box).orElse(NOWHERE),
        CONFIRMED);
  }

  /**
   * All readings of an item, in the order of its pages; none of a page that a person called blank.
   */
  public List<Reading> ofItem(UUID itemId) {
    return jdbc.sql(
            """
            select r.id, p.id as page_id, ip.position, r.field, r.row_number, r.value, r.confidence,
                   r.alternatives, r.box, r.source
            from item i
            join item_version iv on iv.item_id = i.id and iv.version = i.current_version
            join item_page ip on ip.item_version_id = iv.id
            join page p on p.id = ip.page_id
            join page_version v on v.page_id = p.id and v.version = p.current_version
            join reading r on r.page_version_id = v.id
            where i.id = :item and p.blank is not true
            order by ip.position, r.row_number nulls first, r.field, r.id
            """)
        .param("item", itemId)
        .query(Readings::reading)
        .list();
  }

  private static Reading reading(ResultSet row, int n) throws SQLException {
    return new Reading(
        row.getObject("id", UUID.class),
        row.getObject("page_id", UUID.class),
        row.getInt("position"),
        row.getString("field"),
        row.getObject("row_number", Integer.class),
        row.getString("value"),
        row.getDouble("confidence"),
        List.of((String[]) row.getArray("alternatives").getArray()),
        List.of((Integer[]) row.getArray("box").getArray()),
        row.getString("source"));
  }
}
