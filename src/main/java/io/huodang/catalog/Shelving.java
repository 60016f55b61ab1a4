package io.huodang.catalog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where papers are kept: the tree of storage locations, and which item's paper is where. */
@Repository
public class Shelving {
  /** What the levels are called, from the room inwards: 库房, 区, 列, 节, 层, 盒. */
  private static final List<String> LEVELS =
      List.of("room", "area", "row", "bay", "shelf", "box", "place");

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Shelving(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Registers where an item's paper is. The revision is raised when that is something else now.
   *
   * @param location a new one is made; null when it has none
   */
  @Transactional
  public void shelve(UUID itemId, Item.PaperState paper, @Nullable Location location) {
    int changed =
        jdbc.sql(
                """
                update item set paper_state = :paper, location_id = :location, revision = revision + 1
                where id = :item
                  and (paper_state, location_id) is distinct from (:paper, cast(:location as uuid))
                """)
            .param("item", itemId)
            .param("paper", Words.of(paper))
            .param("location", location == null ? null : idOf(itemId, location))
            .update();
    if (changed > 0) {
      events.publishEvent(new ItemChanged(itemId));
    }
  }

  /**
   * Registers a movement of an item's paper, which stays on record.
   *
   * @param why said by who moved it
   */
  @Transactional
  public void move(
      UUID itemId, Item.PaperState paper, @Nullable Location location, UUID movedBy, String why) {
    jdbc.sql(
            """
            insert into paper_movement (item_id, from_state, to_state, location_id, moved_by, why)
            select id, paper_state, :paper, :location, :user, :why from item where id = :item
            """)
        .param("item", itemId)
        .param("paper", Words.of(paper))
        .param("location", location == null ? null : idOf(itemId, location))
        .param("user", movedBy)
        .param("why", why)
        .update();
    shelve(itemId, paper, location);
  }

  /** The movements of an item's paper, newest first; the last hundred. */
  public List<PaperMovement> movementsOf(UUID itemId) {
    return jdbc.sql(
            """
            select m.from_state, m.to_state, m.moved_at, m.why, u.display_name, %s as location
            from paper_movement m join app_user u on u.id = m.moved_by
            where m.item_id = :item order by m.moved_at desc, m.id desc limit 100
            """
                .formatted(path("m.location_id")))
        .param("item", itemId)
        .query(
            (row, n) ->
                new PaperMovement(
                    row.getString("from_state"),
                    row.getString("to_state"),
                    row.getString("location"),
                    row.getString("display_name"),
                    row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                    row.getString("why")))
        .list();
  }

  /** SQL for the path of a storage location from the room inwards; null when there is none. */
  static String path(String location) {
    return """
        (with recursive path (parent_id, code, depth) as (
           select parent_id, code, 0 from storage_location where id = %s
           union all
           select s.parent_id, s.code, path.depth + 1
           from storage_location s join path on s.id = path.parent_id)
         select string_agg(code, '-' order by depth desc) from path)
        """
        .formatted(location);
  }

  private UUID idOf(UUID itemId, Location location) {
    UUID fonds =
        jdbc.sql("select fonds_id from item where id = :item")
            .param("item", itemId)
            .query(UUID.class)
            .single();
    UUID id = null;
    for (int depth = 0; depth < location.codes().size(); depth++) {
      id =
          below(
              fonds,
              id,
              LEVELS.get(Math.min(depth, LEVELS.size() - 1)),
              location.codes().get(depth));
    }
    return Objects.requireNonNull(id);
  }

  private UUID below(UUID fonds, @Nullable UUID parent, String level, String code) {
    jdbc.sql(
            """
            insert into storage_location (fonds_id, parent_id, level, code)
            select :fonds, :parent, :level, :code
            where not exists (
              select from storage_location
              where fonds_id = :fonds and parent_id is not distinct from cast(:parent as uuid) and code = :code)
            on conflict (fonds_id, parent_id, code) do nothing
            """)
        .param("fonds", fonds)
        .param("parent", parent)
        .param("level", level)
        .param("code", code)
        .update();
    return jdbc.sql(
            """
            select id from storage_location
            where fonds_id = :fonds and parent_id is not distinct from cast(:parent as uuid) and code = :code
            """)
        .param("fonds", fonds)
        .param("parent", parent)
        .param("code", code)
        .query(UUID.class)
        .single();
  }
}
