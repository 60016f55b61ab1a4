package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An item's category, one of its fonds. */
@Component
class CategoryEditor implements Editor {
  private final JdbcClient jdbc;

  CategoryEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.CATEGORY;
  }

  @Override
  public @Nullable String now(UUID item, String key) {
    return jdbc.sql("select category_id from item where id = :item and category_id is not null")
        .param("item", item)
        .query(UUID.class)
        .optional()
        .map(UUID::toString)
        .orElse(null);
  }

  @Override
  public void set(UUID item, String key, @Nullable String value, Author author) {
    int changed =
        jdbc.sql(
                """
                update item set category_id = cast(:category as uuid)
                where id = :item and (cast(:category as uuid) is null or exists (
                  select from category c
                  where c.id = cast(:category as uuid) and c.fonds_id = item.fonds_id))
                """)
            .param("category", value)
            .param("item", item)
            .update();
    if (changed == 0) {
      throw new Refusal("no-such-category", "The item's fonds has no such category.");
    }
  }

  @Override
  public Effects effects(UUID item, String key) {
    return Effects.onItem(item);
  }
}
