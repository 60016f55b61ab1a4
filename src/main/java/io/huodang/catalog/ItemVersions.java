package io.huodang.catalog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How items' pages were and are arranged: nothing is overwritten. */
@Repository
public class ItemVersions {
  private final JdbcClient jdbc;

  ItemVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a version; which one is current stands with the item. */
  void add(UUID itemId, int version, List<UUID> pages, String why, @Nullable UUID by) {
    UUID itemVersion =
        jdbc.sql(
                """
                insert into item_version (item_id, version, why, made_by)
                values (:item, :version, :why, :by)
                returning id
                """)
            .param("item", itemId)
            .param("version", version)
            .param("why", why)
            .param("by", by)
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into item_page (item_version_id, position, page_id)
            select :version, position, page
            from unnest(cast(:pages as uuid[])) with ordinality as p (page, position)
            """)
        .param("version", itemVersion)
        .param("pages", pages.toArray(UUID[]::new))
        .update();
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
