package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a page stands upright. It is shown so at once: boxes are in the master's pixels, so what was
 * read stays true until the page was read again, the way a person turned it.
 */
@Component
class RotationEditor implements Editor {
  private final JdbcClient jdbc;
  private final Items items;

  RotationEditor(JdbcClient jdbc, Items items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  @Override
  public Aspect aspect() {
    return Aspect.ROTATION;
  }

  @Override
  public @Nullable String now(UUID page, String key) {
    return jdbc.sql(
            """
            select v.rotation from page p
            join page_version v on v.page_id = p.id and v.version = p.current_version
            where p.id = :page
            """)
        .param("page", page)
        .query(Integer.class)
        .optional()
        .map(String::valueOf)
        .orElse(null);
  }

  @Override
  public void set(UUID page, String key, @Nullable String value, Author author) {
    if (value == null || now(page, key) == null) {
      throw new Refusal(
          "page-unread", "The page was not read yet, or cannot be; it cannot be turned.");
    }
    UUID version =
        jdbc.sql(
                """
                with turned as (
                  update page
                  set rotation = :rotation, current_version = current_version + 1
                  where id = :page
                  returning id, current_version)
                insert into page_version (page_id, version, width, height, dpi, rotation, as_delivered,
                                          skew, blank, confidence, document_type, title, engine,
                                          text_sha256, seconds, made_by)
                select v.page_id, t.current_version, v.width, v.height, v.dpi, :rotation,
                       v.as_delivered, v.skew, v.blank, v.confidence, v.document_type, v.title,
                       v.engine, v.text_sha256, 0, :user
                from turned t
                join page_version v on v.page_id = t.id and v.version = t.current_version - 1
                returning id
                """)
            .param("rotation", Integer.valueOf(value))
            .param("page", page)
            .param("user", author.user())
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into reading (page_version_id, field, row_number, value, confidence, alternatives,
                                 box, source)
            select :version, r.field, r.row_number, r.value, r.confidence, r.alternatives, r.box,
                   r.source
            from page_version mine
            join page_version last on last.page_id = mine.page_id and last.version = mine.version - 1
            join reading r on r.page_version_id = last.id
            where mine.id = :version
            """)
        .param("version", version)
        .update();
  }

  @Override
  public Effects effects(UUID page, String key) {
    return new Effects(Set.copyOf(items.ofPage(page)), Set.of(), Set.of(), Set.of(), Set.of(page));
  }
}
