package io.huodang.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is on which item. */
@Repository
public class Links {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Links(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Puts the program's finding in place. What a person decided about the same link stays.
   *
   * @return the id of the link
   */
  @Transactional
  public UUID put(NewLink found) {
    record Put(UUID id, boolean changed) {}
    Put put =
        jdbc.sql(
                """
                insert into link (item_id, person_id, role, page_id, row_number, box, state, evidence, margin)
                values (:item, :person, :role, :page, :row, :box, :state, cast(:evidence as jsonb), :margin)
                on conflict (item_id, person_id, employer_id, role, page_id, row_number) do update
                set state = case when link.decided_by is null then excluded.state else link.state end,
                    evidence = excluded.evidence, margin = excluded.margin, box = excluded.box,
                    revision = link.revision
                      + case when link.decided_by is null and link.state <> excluded.state
                             then 1 else 0 end
                returning id, old.id is null or (old.state, old.evidence, old.margin, old.box)
                                is distinct from (new.state, new.evidence, new.margin, new.box)
                """)
            .param("item", found.itemId())
            .param("person", found.personId())
            .param("role", Words.of(found.role()))
            .param("page", found.pageId())
            .param("row", found.row())
            .param("box", found.box())
            .param("state", Words.of(found.state()))
            .param("evidence", found.evidence())
            .param("margin", found.margin())
            .query((row, n) -> new Put(row.getObject(1, UUID.class), row.getBoolean(2)))
            .single();
    if (put.changed()) {
      events.publishEvent(new PersonChanged(found.personId()));
      events.publishEvent(new ItemChanged(found.itemId()));
    }
    return put.id();
  }

  /**
   * Takes back links of an item that the program made and no longer finds; what a person decided
   * stays.
   */
  @Transactional
  public void withdrawOthers(UUID itemId, Collection<UUID> found) {
    List<UUID> withdrawn =
        jdbc.sql(
                """
                update link set state = 'rejected', reason = 'no longer found', revision = revision + 1
                where item_id = :item and decided_by is null and state <> 'rejected'
                  and not (id = any(:found))
                returning person_id
                """)
            .param("item", itemId)
            .param("found", found.toArray(UUID[]::new))
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    withdrawn.forEach(person -> events.publishEvent(new PersonChanged(person)));
    if (!withdrawn.isEmpty()) {
      events.publishEvent(new ItemChanged(itemId));
    }
  }

  /**
   * The link between an item and a person, made if need be as one that nobody has spoken for yet:
   * it does not count until it is confirmed or proposed.
   *
   * @param pageId of a list row, else null
   * @param row of a list form, else null
   */
  @Transactional
  public UUID between(
      UUID itemId, UUID personId, Link.Role role, @Nullable UUID pageId, @Nullable Integer row) {
    jdbc.sql(
            """
            insert into link (item_id, person_id, role, page_id, row_number, state, evidence, margin)
            values (:item, :person, :role, :page, :row, 'rejected', '{}', 0)
            on conflict (item_id, person_id, employer_id, role, page_id, row_number) do nothing
            """)
        .param("item", itemId)
        .param("person", personId)
        .param("role", Words.of(role))
        .param("page", pageId)
        .param("row", row)
        .update();
    return jdbc.sql(
            """
            select id from link
            where item_id = :item and person_id = :person and role = :role
              and page_id is not distinct from :page and row_number is not distinct from :row
            """)
        .param("item", itemId)
        .param("person", personId)
        .param("role", Words.of(role))
        .param("page", pageId)
        .param("row", row)
        .query(UUID.class)
        .single();
  }

  /** The link, or empty when there is none. */
  public Optional<Link> find(UUID id) {
    return jdbc.sql(SELECT + " where l.id = :id").param("id", id).query(Links::link).optional();
  }

  /**
   * All links of an item to persons, of every state; those of persons who turned out to be another
   * lie dormant.
   */
  public List<Link> ofItem(UUID itemId) {
    return jdbc.sql(OF_ITEMS.formatted("= :item")).param("item", itemId).query(Links::link).list();
  }

  /** As {@link #ofItem}, of each of the items that the trip is about. */
  static Map<UUID, List<Link>> byItem(OneTrip trip) {
    return trip.askByOwner(OF_ITEMS.formatted("= any(?)"), Links::link);
  }

  private static final String SELECT =
      """
      select l.item_id, l.id, l.person_id, l.role, l.page_id, l.row_number, l.state, l.margin,
             l.evidence, l.revision, l.decided_by, l.decided_at, l.reason, u.display_name
      from link l left join app_user u on u.id = l.decided_by
      """;

  private static final String OF_ITEMS =
      SELECT
          + """
           join person p on p.id = l.person_id and p.merged_into is null
          where l.item_id %s order by l.id
          """;

  private static Link link(ResultSet row, int n) throws SQLException {
    return new Link(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getObject("person_id", UUID.class),
        Words.read(Link.Role.class, row.getString("role")),
        row.getObject("page_id", UUID.class),
        row.getObject("row_number", Integer.class),
        Words.read(Link.State.class, row.getString("state")),
        row.getDouble("margin"),
        row.getString("evidence"),
        row.getLong("revision"),
        decision(row));
  }

  private static Link.@Nullable Decision decision(ResultSet row) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    return by == null
        ? null
        : new Link.Decision(
            by,
            row.getString("display_name"),
            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
            row.getString("reason"));
  }
}
