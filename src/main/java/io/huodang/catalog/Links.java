package io.huodang.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    UUID id =
        jdbc.sql(
                """
                insert into link (item_id, person_id, role, page_id, row_number, box, state, evidence, margin)
                values (:item, :person, :role, :page, :row, :box, :state, cast(:evidence as jsonb), :margin)
                on conflict (item_id, person_id, employer_id, role, page_id, row_number) do update
                set state = case when link.decided_by is null then excluded.state else link.state end,
                    evidence = excluded.evidence, margin = excluded.margin, box = excluded.box,
                    revision = link.revision + 1
                returning id
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
            .query(UUID.class)
            .single();
    events.publishEvent(new PersonChanged(found.personId()));
    events.publishEvent(new ItemChanged(found.itemId()));
    return id;
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
  }

  /** The link, or empty when there is none. */
  public Optional<Link> find(UUID id) {
    return jdbc.sql(SELECT + " where id = :id").param("id", id).query(Links::link).optional();
  }

  /** All links of the items to persons, of every state. */
  public List<Link> ofItems(Collection<UUID> itemIds) {
    return itemIds.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " where item_id in (:items) and person_id is not null order by id")
            .param("items", itemIds)
            .query(Links::link)
            .list();
  }

  private static final String SELECT =
      """
      select id, item_id, person_id, role, page_id, row_number, state, margin, evidence, revision
      from link
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
        row.getLong("revision"));
  }
}
