package io.huodang.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What persons said of items' fields. */
@Repository
public class Confirmations {
  private final JdbcClient jdbc;

  Confirmations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The confirmations that count for an item: its own, and those of rows on its pages. */
  public List<Confirmation> ofItem(UUID itemId) {
    return jdbc.sql( // by confirmation_of_item and confirmation_of_row
            """
            with mine as (
              select c.* from confirmation c
              where c.item_id = :item and c.page_id is null and c.superseded_at is null
              union all
              select c.* from item i
              join item_version iv on iv.item_id = i.id and iv.version = i.current_version
              join item_page ip on ip.item_version_id = iv.id
              join confirmation c on c.page_id = ip.page_id and c.superseded_at is null
              where i.id = :item)
            select m.id, m.field, m.page_id, m.row_number, m.value, m.legible, m.reading_id, m.confirmed_at, m.why,
                   u.display_name, r.value as read, r.box, coalesce(m.page_id, v.page_id) as stands_on
            from mine m
            join app_user u on u.id = m.confirmed_by
            left join reading r on r.id = m.reading_id
            left join page_version v on v.id = r.page_version_id
            order by m.id
            """)
        .param("item", itemId)
        .query(Confirmations::confirmation)
        .list();
  }

  private static Confirmation confirmation(ResultSet row, int n) throws SQLException {
    Array box = row.getArray("box");
    return new Confirmation(
        row.getObject("id", UUID.class),
        new FieldKey(
            row.getString("field"),
            row.getObject("page_id", UUID.class),
            row.getObject("row_number", Integer.class)),
        row.getString("value"),
        row.getBoolean("legible"),
        row.getObject("reading_id", UUID.class),
        row.getString("read"),
        row.getObject("stands_on", UUID.class),
        box == null ? List.of() : List.of((Integer[]) box.getArray()),
        row.getString("display_name"),
        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
        row.getString("why"));
  }
}
