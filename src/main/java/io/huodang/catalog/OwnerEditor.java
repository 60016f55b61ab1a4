package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a name, a number, an employment or a link is. */
@Component
class OwnerEditor implements Editor {
  static final String NUMBER = "identifier";
  static final String NAME = "name";
  static final String EMPLOYMENT = "employment";
  static final String LINK = "link";
  private static final Set<String> KEYS = Set.of(NUMBER, NAME, EMPLOYMENT, LINK);

  private final JdbcClient jdbc;

  OwnerEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.OWNER;
  }

  @Override
  public @Nullable String now(UUID row, String key) {
    return jdbc.sql("select person_id from %s where id = :row".formatted(table(key)))
        .param("row", row)
        .query(UUID.class)
        .optional()
        .map(UUID::toString)
        .orElse(null);
  }

  @Override
  public void set(UUID row, String key, @Nullable String value, Author author) {
    String raised = key.equals(LINK) ? ", revision = revision + 1" : "";
    try {
      jdbc.sql("update %s set person_id = :person%s where id = :row".formatted(table(key), raised))
          .param("person", UUID.fromString(Objects.requireNonNull(value)))
          .param("row", row)
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refusal(
          "changed-since", "The person stands in the same part on one of the items by now.", e);
    }
  }

  @Override
  public Effects effects(UUID row, String key) {
    List<UUID> owner =
        jdbc.sql("select person_id from %s where id = :row".formatted(table(key)))
            .param("row", row)
            .query((found, n) -> found.getObject(1, UUID.class))
            .list();
    if (!key.equals(LINK)) {
      return Effects.NONE.andPersons(owner);
    }
    return Effects.onEvidenceOf(
            jdbc.sql("select item_id from link where id = :row")
                .param("row", row)
                .query((found, n) -> found.getObject(1, UUID.class))
                .list())
        .andPersons(owner);
  }

  private static String table(String key) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException("Nobody owns such a thing: " + key);
    }
    return key;
  }
}
