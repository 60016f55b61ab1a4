package io.huodang.catalog;

import io.huodang.access.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What persons removed, for the days in which it can be put back. Leaving the bin takes it out of
 * reach, and no byte out of the vault: how long those are kept is not decided here.
 */
@Repository
public class Bin {
  /** How long something waits. */
  public static final Duration WAITS = Duration.ofDays(30);

  private static final String WAITING =
      """
      with waiting as (
        select i.id as item_id, cast(null as uuid) as page_id, i.id as id, 0 as position,
               (select count(*) from item_page ip where ip.item_version_id = iv.id) as pages,
               i.removed_by, i.removed_at, i.removed_why as why, true as item_there
        from item i join item_version iv on iv.item_id = i.id and iv.version = i.current_version
        where i.removed_as = 'bin'
        union all
        select b.item_id, b.page_id, b.page_id, b.position, 1, b.removed_by, b.removed_at, b.why,
               i.state <> 'removed'
        from bin_page b join item i on i.id = b.item_id)
      select w.*, i.fonds_id, i.category_id, i.batch_id, i.case_number, i.title, i.file_number,
             u.display_name
      from waiting w
      join item i on i.id = w.item_id
      join app_user u on u.id = w.removed_by
      """;

  private final JdbcClient jdbc;

  Bin(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What waits, what was removed last first.
   *
   * @param after the id of the last entry of the part before, null from the beginning
   */
  public List<BinEntry> newest(@Nullable UUID after, int limit) {
    return jdbc.sql(
            WAITING
                + """
                where cast(:after as uuid) is null or (w.removed_at, w.id) <
                  (select removed_at, id from waiting where id = :after order by removed_at limit 1)
                order by w.removed_at desc, w.id desc limit :limit
                """)
        .param("after", after)
        .param("limit", limit)
        .query(Bin::entry)
        .list();
  }

  /** What waits of an item: the item itself, or a page that was taken from it. */
  public Optional<BinEntry> find(UUID itemId, @Nullable UUID pageId) {
    return jdbc.sql(
            WAITING
                + "where w.item_id = :item and w.page_id is not distinct from cast(:page as uuid)")
        .param("item", itemId)
        .param("page", pageId)
        .query(Bin::entry)
        .optional();
  }

  /**
   * Lets what has waited long enough leave the bin.
   *
   * @return the items that left
   */
  @Transactional
  public List<UUID> letItemsGo(Instant now) {
    return jdbc.sql(
            """
            with leaving as (
              select id from item where removed_as = 'bin' and removed_at < :before
              order by id limit 500 for no key update skip locked),
            gone as (
              update item set removed_as = 'gone', revision = revision + 1
              from leaving where item.id = leaving.id
              returning item.id, revision, removed_why, removed_by)
            insert into tombstone (kind, subject_id, revision, why, made_by)
            select 'item', id, revision, coalesce(removed_why, 'removed'), removed_by from gone
            on conflict (kind, subject_id) do update
            set revision = excluded.revision, made_at = now()
            returning subject_id
            """)
        .param("before", now.minus(WAITS).atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The same for pages that were taken out of items. */
  @Transactional
  public List<UUID> letPagesGo(Instant now) {
    return jdbc.sql(
            """
            with leaving as (
              select page_id, item_id from bin_page where removed_at < :before
              order by page_id, item_id limit 500 for update skip locked),
            gone as (
              delete from bin_page b using leaving l
              where b.page_id = l.page_id and b.item_id = l.item_id
              returning b.page_id, b.why, b.removed_by)
            insert into tombstone (kind, subject_id, revision, why, made_by)
            select distinct on (page_id) 'page', page_id, 0, coalesce(why, 'removed'), removed_by
            from gone
            on conflict (kind, subject_id) do update set made_at = now()
            returning subject_id
            """)
        .param("before", now.minus(WAITS).atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private static BinEntry entry(ResultSet row, int n) throws SQLException {
    Instant at = row.getObject("removed_at", OffsetDateTime.class).toInstant();
    return new BinEntry(
        row.getObject("item_id", UUID.class),
        row.getObject("page_id", UUID.class),
        new Terms(
            row.getObject("fonds_id", UUID.class),
            row.getObject("category_id", UUID.class),
            row.getObject("batch_id", UUID.class),
            row.getString("case_number")),
        row.getString("title"),
        row.getString("file_number"),
        row.getInt("position"),
        row.getInt("pages"),
        row.getString("display_name"),
        at,
        row.getString("why"),
        at.plus(WAITS),
        row.getBoolean("item_there"));
  }
}
