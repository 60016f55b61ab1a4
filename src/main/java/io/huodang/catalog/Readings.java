package io.huodang.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was read on the current versions of items' pages. */
@Repository
public class Readings {
  private final JdbcClient jdbc;

  Readings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All readings of an item, in the order of its pages. */
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
            where i.id = :item
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
