package io.huodang.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which pages an item has, and in what order: each arrangement is a new version. */
@Component
class ArrangementEditor implements Editor {
  private final JdbcClient jdbc;
  private final ItemVersions versions;

  ArrangementEditor(JdbcClient jdbc, ItemVersions versions) {
    this.jdbc = jdbc;
    this.versions = versions;
  }

  /** The text that stands in an {@link Edit}: the pages' ids; null when there are none. */
  static @Nullable String written(List<UUID> pages) {
    return pages.isEmpty()
        ? null
        : pages.stream().map(UUID::toString).collect(Collectors.joining(" "));
  }

  static List<UUID> read(@Nullable String written) {
    return written == null
        ? List.of()
        : Arrays.stream(written.split(" ")).map(UUID::fromString).toList();
  }

  @Override
  public Aspect aspect() {
    return Aspect.ARRANGEMENT;
  }

  @Override
  public @Nullable String now(UUID item, String key) {
    return written(
        jdbc.sql(
                """
                select ip.page_id from item i
                join item_version iv on iv.item_id = i.id and iv.version = i.current_version
                join item_page ip on ip.item_version_id = iv.id
                where i.id = :item order by ip.position
                """)
            .param("item", item)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }

  @Override
  public void set(UUID item, String key, @Nullable String value, Author author) {
    List<UUID> pages = read(value);
    int version =
        jdbc.sql(
                """
                update item
                set current_version = (select max(version) + 1 from item_version where item_id = :item),
                    image_state = case when :empty then 'none'
                                       when image_state = 'none' then 'taken-in'
                                       else image_state end
                where id = :item returning current_version
                """)
            .param("empty", pages.isEmpty())
            .param("item", item)
            .query(Integer.class)
            .single();
    versions.add(item, version, pages, author.why(), author.user());
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
    return Effects.onEvidenceOf(List.of(item)).andPersons(persons);
  }

  @Override
  public String audited(String key, String value) {
    return "pages: " + read(value).size();
  }
}
