package io.huodang.catalog;

import io.huodang.vocabulary.CitizenId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What persons say of fields: each word stays, the newest counts. */
@Component
class FieldEditor implements Editor {
  private static final Set<String> IN_CLEAR = Set.of("title", "documentType", "documentDate");
  private static final String MINE =
      """
      superseded_at is null and field = :field
        and case when :row = 0 then item_id = :item and page_id is null
                 else page_id = :page and row_number = :row end
      """;

  private final JdbcClient jdbc;
  private final Items items;

  FieldEditor(JdbcClient jdbc, Items items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  @Override
  public Aspect aspect() {
    return Aspect.FIELD;
  }

  @Override
  public @Nullable String now(UUID item, String key) {
    return bound(
            """
            select value, legible, reading_id,
                   (select r.value from reading r where r.id = reading_id) as read
            from confirmation where\s"""
                + MINE,
            item,
            key)
        .query(
            (row, n) ->
                new FieldValue(
                        row.getString("value"),
                        row.getBoolean("legible"),
                        row.getObject("reading_id", UUID.class),
                        row.getString("read"))
                    .written())
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID item, String key, @Nullable String value, Author author) {
    bound("update confirmation set superseded_at = now() where " + MINE, item, key).update();
    if (value != null) {
      FieldValue said = FieldValue.parse(value);
      bound(
              """
              insert into confirmation (item_id, field, page_id, row_number, value, legible, reading_id,
                                        confirmed_by, why)
              values (:item, :field, cast(:page as uuid), nullif(:row, 0), :value, :legible, :reading,
                      :user, :why)
              """,
              item,
              key)
          .param("value", said.value())
          .param("legible", said.legible())
          .param("reading", said.reading())
          .param("user", author.user())
          .param("why", author.why())
          .update();
    }
    items.describeAsConfirmed(item);
  }

  @Override
  public Effects effects(UUID item, String key) {
    FieldKey field = FieldKey.parse(key).orElseThrow();
    UUID page = field.pageId();
    Integer row = field.row();
    return page == null || row == null
        ? Effects.onEvidenceOf(List.of(item))
        : Effects.onEvidenceOf(items.ofPage(page), new ListRow(page, row));
  }

  @Override
  public String audited(String key, String value) {
    FieldValue said = FieldValue.parse(value);
    if (!said.legible()) {
      return "illegible";
    }
    String field = FieldKey.parse(key).orElseThrow().field();
    return IN_CLEAR.contains(field) ? said.value() : CitizenId.hide(said.value());
  }

  @Override
  public String shown(String key, String value) {
    FieldValue said = FieldValue.parse(value);
    if (!said.legible()) {
      return "illegible";
    }
    return masked(key, said.value());
  }

  /** Before a person said anything, what was read counted. */
  @Override
  public @Nullable String unset(String key, String other) {
    String read = FieldValue.parse(other).read();
    return read == null ? null : masked(key, read);
  }

  private static String masked(String key, String value) {
    boolean number = FieldKey.parse(key).orElseThrow().field().equals("citizenId");
    return number ? CitizenId.hide(value) : value;
  }

  private JdbcClient.StatementSpec bound(String sql, UUID item, String key) {
    FieldKey field = FieldKey.parse(key).orElseThrow();
    Integer row = field.row();
    return jdbc.sql(sql)
        .param("item", item)
        .param("field", field.field())
        .param("page", field.pageId())
        .param("row", row == null ? 0 : row);
  }
}
