package io.huodang.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What delivered catalogues say of items. */
@Repository
public class Statements {
  /** 档号 as the catalogue has it, also where another item bears it already. */
  public static final String FILE_NUMBER = "fileNumber";

  private final JdbcClient jdbc;

  Statements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One field of an item as a catalogue has it. */
  record Statement(String field, String value) {}

  /** Puts what a catalogue says in place of what an earlier one said. */
  @Transactional
  public void put(UUID itemId, Map<String, String> values) {
    jdbc.sql("delete from catalogue_statement where item_id = :item")
        .param("item", itemId)
        .update();
    values.forEach(
        (field, value) ->
            jdbc.sql(
                    """
                    insert into catalogue_statement (item_id, field, value)
                    values (:item, :field, :value)
                    """)
                .param("item", itemId)
                .param("field", field)
                .param("value", value)
                .update());
  }

  /** The items of a batch that a catalogue names, by file number. */
  public Map<String, UUID> itemsOfBatch(UUID batchId) {
    record Row(String number, UUID item) {}
    return jdbc
        .sql(
            """
            select s.value, i.id from item i
            join catalogue_statement s on s.item_id = i.id and s.field = 'fileNumber'
            where i.batch_id = :batch
            """)
        .param("batch", batchId)
        .query((row, n) -> new Row(row.getString(1), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::number, Row::item));
  }

  /** What a catalogue says of an item, field by field. */
  public Map<String, String> of(UUID itemId) {
    return ofItem(itemId).stream().collect(Collectors.toMap(Statement::field, Statement::value));
  }

  List<Statement> ofItem(UUID itemId) {
    return jdbc.sql("select field, value from catalogue_statement where item_id = :item")
        .param("item", itemId)
        .query((row, n) -> new Statement(row.getString(1), row.getString(2)))
        .list();
  }

  /** The title that a catalogue gives an item. */
  public Optional<String> titleOf(UUID itemId) {
    return valueOf(itemId, "title");
  }

  /** How many pages a catalogue promises. */
  public Optional<Integer> pagesOf(UUID itemId) {
    return valueOf(itemId, "pages").map(Integer::valueOf);
  }

  /** The number under which a catalogue names an item; empty for one that no catalogue names. */
  public String fileNumberOf(UUID itemId) {
    return valueOf(itemId, FILE_NUMBER).orElse("");
  }

  private Optional<String> valueOf(UUID itemId, String field) {
    return ofItem(itemId).stream()
        .filter(statement -> statement.field().equals(field))
        .map(Statement::value)
        .findFirst();
  }
}
