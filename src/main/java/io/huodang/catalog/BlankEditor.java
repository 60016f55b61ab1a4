package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a person says that a page is blank; what was read on such a page does not count. */
@Component
class BlankEditor implements Editor {
  static final String BLANK = "blank";
  static final String WRITTEN = "written";

  private final JdbcClient jdbc;
  private final Items items;

  BlankEditor(JdbcClient jdbc, Items items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  @Override
  public Aspect aspect() {
    return Aspect.BLANK;
  }

  @Override
  public @Nullable String now(UUID page, String key) {
    return jdbc.sql("select blank from page where id = :page and blank is not null")
        .param("page", page)
        .query(Boolean.class)
        .optional()
        .map(blank -> blank ? BLANK : WRITTEN)
        .orElse(null);
  }

  @Override
  public void set(UUID page, String key, @Nullable String value, Author author) {
    jdbc.sql("update page set blank = cast(:blank as boolean) where id = :page")
        .param("blank", value == null ? null : value.equals(BLANK))
        .param("page", page)
        .update();
  }

  @Override
  public Effects effects(UUID page, String key) {
    return Effects.onEvidenceOf(items.ofPage(page));
  }
}
