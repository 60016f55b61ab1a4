package io.huodang.catalog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How items' pages were and are arranged: nothing is overwritten. */
@Repository
public class ItemVersions {
  private final JdbcClient jdbc;

  ItemVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All versions of an item, newest first. */
  public List<ItemVersion> ofItem(UUID itemId) {
    return jdbc.sql(
            """
            select v.version, v.made_at, v.why, u.display_name,
                   (select count(*) from item_page p where p.item_version_id = v.id) as pages
            from item_version v left join app_user u on u.id = v.made_by
            where v.item_id = :item
            order by v.version desc
            """)
        .param("item", itemId)
        .query(
            (row, n) ->
                new ItemVersion(
                    row.getInt("version"),
                    row.getInt("pages"),
                    row.getString("display_name"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getString("why")))
        .list();
  }
}
