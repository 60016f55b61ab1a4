package io.huodang.catalog;

import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names and identifiers: rows with history, of persons and of items alike. */
@Repository
class Labels {
  private final JdbcClient jdbc;

  Labels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Names in force by owner; {@code column} is {@code person_id} or {@code item_id}. */
  static Map<UUID, List<Name>> names(String column, OneTrip trip) {
    return trip.askByOwner(
        """
        select %1$s, kind, value, source from name
        where %1$s = any(?) and ended_at is null
        order by kind = 'current' desc, id
        """
            .formatted(column),
        (row, n) ->
            new Name(
                Words.read(Name.Kind.class, row.getString("kind")),
                row.getString("value"),
                row.getString("source")));
  }

  /** Identifiers in force by owner. */
  static Map<UUID, List<Identifier>> identifiers(String column, OneTrip trip) {
    return trip.askByOwner(
        """
        select %1$s, kind, value, printed, source from identifier
        where %1$s = any(?) and ended_at is null
        order by id
        """
            .formatted(column),
        (row, n) ->
            new Identifier(
                Words.read(Identifier.Kind.class, row.getString("kind")),
                row.getString("value"),
                row.getString("printed"),
                row.getString("source")));
  }

  /** Returns whether the person had it not. */
  boolean addPersonName(UUID personId, Name.Kind kind, PersonName name, String source) {
    return jdbc.sql(
                """
            insert into name (person_id, kind, value, folded, source)
            select :person, :kind, :value, :folded, :source
            where not exists (
              select from name where person_id = :person and value = :value and ended_at is null)
            """)
            .param("person", personId)
            .param("kind", Words.of(kind))
            .param("value", name.value())
            .param("folded", name.folded())
            .param("source", source)
            .update()
        > 0;
  }

  /** Returns whether the person had it not. */
  boolean addPersonNumber(UUID personId, Identifier identifier) {
    return jdbc.sql(
                """
            insert into identifier (person_id, kind, value, printed, source)
            select :person, :kind, :value, :printed, :source
            where not exists (
              select from identifier
              where person_id = :person and kind = :kind and value = :value and ended_at is null)
            """)
            .param("person", personId)
            .param("kind", identifier.kind().word())
            .param("value", identifier.value())
            .param("printed", identifier.printed())
            .param("source", identifier.source())
            .update()
        > 0;
  }

  /** Returns whether the names are others now. */
  boolean replaceItemNames(UUID itemId, List<PersonName> names) {
    List<String> before =
        jdbc.sql("select value from name where item_id = :item and ended_at is null order by id")
            .param("item", itemId)
            .query((row, n) -> row.getString(1))
            .list();
    if (before.equals(names.stream().map(PersonName::value).toList())) {
      return false;
    }
    jdbc.sql("update name set ended_at = now() where item_id = :item and ended_at is null")
        .param("item", itemId)
        .update();
    for (PersonName name : names) {
      jdbc.sql(
              """
              insert into name (item_id, kind, value, folded, source)
              values (:item, 'as-read', :value, :folded, 'form')
              """)
          .param("item", itemId)
          .param("value", name.value())
          .param("folded", name.folded())
          .update();
    }
    return true;
  }

  /** Returns whether the numbers are others now. */
  boolean replaceItemNumbers(UUID itemId, List<Identifier> identifiers) {
    List<String> before =
        jdbc.sql(
                """
                select kind || ' ' || value from identifier
                where item_id = :item and source = 'form' and ended_at is null order by id
                """)
            .param("item", itemId)
            .query((row, n) -> row.getString(1))
            .list();
    if (before.equals(identifiers.stream().map(i -> i.kind().word() + " " + i.value()).toList())) {
      return false;
    }
    jdbc.sql(
            """
            update identifier set ended_at = now()
            where item_id = :item and source = 'form' and ended_at is null
            """)
        .param("item", itemId)
        .update();
    for (Identifier identifier : identifiers) {
      jdbc.sql(
              """
              insert into identifier (item_id, kind, value, printed, source)
              values (:item, :kind, :value, :printed, :source)
              """)
          .param("item", itemId)
          .param("kind", identifier.kind().word())
          .param("value", identifier.value())
          .param("printed", identifier.printed())
          .param("source", identifier.source())
          .update();
    }
    return true;
  }
}
