package io.huodang.catalog;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a page waits in the bin; the key is the item from which it was taken. */
@Component
class PageRemovalEditor implements Editor {
  private final JdbcClient jdbc;

  PageRemovalEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.PAGE_REMOVAL;
  }

  @Override
  public @Nullable String now(UUID page, String key) {
    return jdbc.sql(
            """
            select position, removed_at, removed_by, why from bin_page
            where page_id = :page and item_id = :item
            """)
        .param("page", page)
        .param("item", UUID.fromString(key))
        .query(
            (row, n) ->
                new PageRemoval(
                        row.getInt("position"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("removed_by", UUID.class),
                        row.getString("why"))
                    .written())
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID page, String key, @Nullable String value, Author author) {
    jdbc.sql("delete from bin_page where page_id = :page and item_id = :item")
        .param("page", page)
        .param("item", UUID.fromString(key))
        .update();
    if (value != null) {
      PageRemoval removal = PageRemoval.parse(value);
      jdbc.sql(
              """
              insert into bin_page (page_id, item_id, position, removed_by, removed_at, why)
              values (:page, :item, :position, :by, :at, :why)
              """)
          .param("page", page)
          .param("item", UUID.fromString(key))
          .param("position", removal.position())
          .param("by", removal.by())
          .param("at", removal.at().atOffset(ZoneOffset.UTC))
          .param("why", removal.why())
          .update();
    }
  }

  @Override
  public Effects effects(UUID page, String key) {
    return Effects.onItem(UUID.fromString(key));
  }

  @Override
  public String audited(String key, String value) {
    return "bin";
  }

  @Override
  public String shown(String key, String value) {
    return "bin";
  }
}
