package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An item's file number (档号): unique, and never another one once it is given. */
@Component
class FileNumberEditor implements Editor {
  private final JdbcClient jdbc;

  FileNumberEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.FILE_NUMBER;
  }

  @Override
  public @Nullable String now(UUID item, String key) {
    return jdbc.sql("select file_number from item where id = :item and file_number is not null")
        .param("item", item)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID item, String key, @Nullable String value, Author author) {
    if (value != null && now(item, key) != null) {
      throw new Refusal(
          "file-number-fixed",
          "The item has a file number; such a number is never changed, only followed by another.");
    }
    try {
      jdbc.sql("update item set file_number = :number where id = :item")
          .param("number", value)
          .param("item", item)
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refusal("file-number-taken", "Another item has this file number.", e);
    }
  }

  @Override
  public Effects effects(UUID item, String key) {
    return Effects.onItem(item);
  }
}
