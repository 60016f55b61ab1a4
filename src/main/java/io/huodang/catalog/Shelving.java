package io.huodang.catalog;

import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Refusal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where papers are kept: the tree of storage locations, and which item's paper is where. A location
 * that is named by its path is that of whichever archive.
 */
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
            .param("location", location == null ? null : ofItem(itemId, location))
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
        .param("location", location == null ? null : ofItem(itemId, location))
        .param("user", movedBy)
        .param("why", why)
        .update();
    shelve(itemId, paper, location);
  }

  /**
   * Registers that all that stands at a location and within it went to another one: each paper
   * stands there as it stood in the first and is in the state in which it was, papers of removed
   * items too. Each movement stays on record.
   *
   * @param why said by who moved them
   * @return how many items' papers that were
   * @throws Refusal {@code no-papers-there}, {@code bad-location} when what stands within the first
   *     would stand too deep in the other
   */
  @Transactional
  public int moveAll(Location from, Location to, UUID movedBy, String why) {
    List<Place> places = placesWithin(from);
    List<UUID> items = lockThoseAt(places);
    if (items.isEmpty()) {
      throw new Refusal("no-papers-there", "No paper stands at this location; look at its path.");
    }
    Map<UUID, UUID> ways = waysTo(to, from.codes().size(), places);
    jdbc.sql(
            """
            with way as (
              select * from unnest(cast(:from as uuid[]), cast(:to as uuid[])) as w (from_id, to_id)),
            noted as (
              insert into paper_movement (item_id, from_state, to_state, location_id, moved_by, why)
              select i.id, i.paper_state, i.paper_state, way.to_id, :user, :why
              from item i join way on way.from_id = i.location_id where i.id = any(:items))
            update item i set location_id = way.to_id, revision = i.revision + 1
            from way where way.from_id = i.location_id and i.id = any(:items)
            """)
        .param("from", ways.keySet().toArray(UUID[]::new))
        .param("to", ways.values().toArray(UUID[]::new))
        .param("items", items.toArray(UUID[]::new))
        .param("user", movedBy)
        .param("why", why)
        .update();
    events.publishEvent(new ItemsChanged(items, Lane.HISTORY));
    return items.size();
  }

  private List<UUID> lockThoseAt(List<Place> places) {
    return jdbc.sql( // by item_location
            """
            select id from item where location_id = any(:places) order by id for no key update
            """)
        .param("places", places.stream().map(Place::id).toArray(UUID[]::new))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Where each of these places has its like at another location; new ones are made. */
  private Map<UUID, UUID> waysTo(Location to, int outermost, List<Place> places) {
    Map<UUID, UUID> ways = new LinkedHashMap<>();
    for (Place place : places) {
      int depth = to.codes().size() + place.depth() - outermost;
      if (depth > Location.DEEPEST) {
        throw new Refusal(
            "bad-location",
            "What stands within it would be more than eight levels deep; move it to an outer location.");
      }
      UUID parent = place.parent() == null ? null : ways.get(place.parent());
      ways.put(
          place.id(),
          parent == null
              ? idOf(place.fonds(), to)
              : below(place.fonds(), parent, level(depth), place.code()));
    }
    return ways;
  }

  /** How many items' papers stand at a location and within it, those of removed ones too. */
  public long countAt(Location location) {
    return jdbc.sql("select count(*) from item where location_id = any(:places)")
        .param("places", within(location).toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  /** Ids of a location and of all within it. */
  public List<UUID> within(Location location) {
    return placesWithin(location).stream().map(Place::id).toList();
  }

  /** A storage location; the outermost are of depth 1. */
  private record Place(UUID id, UUID fonds, @Nullable UUID parent, String code, int depth) {}

  /** Outer ones before inner ones. */
  private List<Place> placesWithin(Location location) {
    return jdbc.sql(
            """
            with recursive way (id, fonds_id, parent_id, code, depth) as (
              select id, fonds_id, parent_id, code, 1 from storage_location
              where parent_id is null and code = :first
              union all
              select s.id, s.fonds_id, s.parent_id, s.code, way.depth + 1
              from storage_location s join way on s.parent_id = way.id
              where way.depth >= :depth or s.code = (cast(:codes as text[]))[way.depth + 1])
            select * from way where depth >= :depth order by depth, id
            """)
        .param("first", location.codes().getFirst())
        .param("codes", location.codes().toArray(String[]::new))
        .param("depth", location.codes().size())
        .query(
            (row, n) ->
                new Place(
                    row.getObject("id", UUID.class),
                    row.getObject("fonds_id", UUID.class),
                    row.getObject("parent_id", UUID.class),
                    row.getString("code"),
                    row.getInt("depth")))
        .list();
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

  /** The location in the archive to which an item belongs. */
  private UUID ofItem(UUID itemId, Location location) {
    UUID fonds =
        jdbc.sql("select fonds_id from item where id = :item")
            .param("item", itemId)
            .query(UUID.class)
            .single();
    return idOf(fonds, location);
  }

  private UUID idOf(UUID fonds, Location location) {
    UUID id = null;
    int depth = 0;
    for (String code : location.codes()) {
      id = below(fonds, id, level(++depth), code);
    }
    return Objects.requireNonNull(id);
  }

  private static String level(int depth) {
    return LEVELS.get(Math.min(depth, LEVELS.size()) - 1);
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
