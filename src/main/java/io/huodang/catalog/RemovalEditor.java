package io.huodang.catalog;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an item is there. What it was stays whatever is set here; the file number of an item that
 * went into another leads to that other one.
 */
@Component
class RemovalEditor implements Editor {
  private final JdbcClient jdbc;

  RemovalEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.REMOVAL;
  }

  @Override
  public @Nullable String now(UUID item, String key) {
    return jdbc.sql(
            """
            select removed_as, removed_at, removed_by, removed_why, merged_into from item
            where id = :item and state = 'removed' and removed_as is not null
            """)
        .param("item", item)
        .query(
            (row, n) ->
                new Removal(
                        row.getString("removed_as"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("removed_by", UUID.class),
                        row.getString("removed_why"),
                        row.getObject("merged_into", UUID.class))
                    .written())
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID item, String key, @Nullable String value, Author author) {
    Removal removal = value == null ? null : Removal.parse(value);
    jdbc.sql(
            """
            update item
            set state = case when cast(:as as text) is not null then 'removed'
                             when reason_code is not null then 'held' else 'closed' end,
                removed_as = cast(:as as text), removed_at = cast(:at as timestamptz),
                removed_by = cast(:by as uuid), removed_why = cast(:why as text),
                merged_into = cast(:into as uuid)
            where id = :item
            """)
        .param("as", removal == null ? null : removal.as())
        .param("at", removal == null ? null : removal.at().atOffset(ZoneOffset.UTC))
        .param("by", removal == null ? null : removal.by())
        .param("why", removal == null ? null : removal.why())
        .param("into", removal == null ? null : removal.into())
        .param("item", item)
        .update();
    jdbc.sql(
            """
            update identifier set ended_at = now()
            where source = :source and ended_at is null
            """)
        .param("source", "merged " + item)
        .update();
    if (removal != null && removal.into() != null) {
      jdbc.sql(
              """
              insert into identifier (item_id, kind, value, printed, source)
              select cast(:into as uuid), 'old-number', file_number, file_number, cast(:source as text)
              from item where id = :item and file_number is not null
              """)
          .param("into", removal.into())
          .param("source", "merged " + item)
          .param("item", item)
          .update();
    }
  }

  @Override
  public Effects effects(UUID item, String key) {
    List<UUID> persons =
        jdbc.sql(
                """
                select distinct person_id from link
                where item_id = :item and person_id is not null and state <> 'rejected'
                """)
            .param("item", item)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    return Effects.onItem(item).andPersons(persons);
  }

  @Override
  public String audited(String key, String value) {
    return Removal.parse(value).as();
  }

  @Override
  public String shown(String key, String value) {
    return Removal.parse(value).as();
  }
}
