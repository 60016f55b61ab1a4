package io.huodang.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of a person's names a name is. */
@Component
class NameKindEditor implements Editor {
  private final JdbcClient jdbc;

  NameKindEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.NAME_KIND;
  }

  @Override
  public @Nullable String now(UUID name, String key) {
    return jdbc.sql("select kind from name where id = :name")
        .param("name", name)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID name, String key, @Nullable String value, Author author) {
    jdbc.sql("update name set kind = :kind where id = :name")
        .param("kind", value)
        .param("name", name)
        .update();
  }

  @Override
  public Effects effects(UUID name, String key) {
    return Effects.NONE.andPersons(
        jdbc.sql("select person_id from name where id = :name and person_id is not null")
            .param("name", name)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }
}
