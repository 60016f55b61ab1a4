package io.huodang.catalog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when a name or a number of a person counts no more. */
@Component
class EndedEditor implements Editor {
  private final JdbcClient jdbc;

  EndedEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.ENDED;
  }

  @Override
  public @Nullable String now(UUID row, String key) {
    return jdbc
        .sql("select ended_at from %s where id = :row".formatted(table(key)))
        .param("row", row)
        .query((found, n) -> found.getObject(1, OffsetDateTime.class))
        .list()
        .stream()
        .filter(java.util.Objects::nonNull)
        .map(ended -> ended.toInstant().toString())
        .findFirst()
        .orElse(null);
  }

  @Override
  public void set(UUID row, String key, @Nullable String value, Author author) {
    jdbc.sql("update %s set ended_at = :ended where id = :row".formatted(table(key)))
        .param("ended", value == null ? null : Instant.parse(value).atOffset(ZoneOffset.UTC))
        .param("row", row)
        .update();
  }

  @Override
  public Effects effects(UUID row, String key) {
    return Effects.NONE.andPersons(
        jdbc.sql(
                "select person_id from %s where id = :row and person_id is not null"
                    .formatted(table(key)))
            .param("row", row)
            .query((found, n) -> found.getObject(1, UUID.class))
            .list());
  }

  private static String table(String key) {
    if (!key.equals(OwnerEditor.NUMBER) && !key.equals(OwnerEditor.NAME)) {
      throw new IllegalArgumentException("Such a thing does not end: " + key);
    }
    return key;
  }
}
