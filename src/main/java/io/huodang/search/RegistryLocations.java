package io.huodang.search;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds items by where their paper stands, in the registry. */
final class RegistryLocations {
  private final JdbcClient jdbc;

  RegistryLocations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Items at a location and within it.
   *
   * @param location its path from the room inwards, with any separators or none; or a code alone
   */
  List<Found> at(String location, Scope scope) {
    String key = Numbers.key(location);
    if (scope.isOfPeople() || key.isEmpty()) {
      return List.of();
    }
    // By storage_location_parent and storage_location_code; in a room no more is looked through
    // than it takes to find so many.
    return jdbc.sql(
            """
            with recursive way (id, rest) as (
              select id, substr(:key, char_length(code) + 1) from storage_location
              where parent_id is null and starts_with(:key, upper(code))
              union all
              select s.id, substr(way.rest, char_length(s.code) + 1)
              from way join storage_location s on s.parent_id = way.id
              where way.rest <> '' and starts_with(way.rest, upper(s.code))),
            below (id) as (
              (select id from way where rest = ''
               union
               select id from storage_location where upper(code) = :key and char_length(:key) >= %d)
              union all
              select s.id from below join storage_location s on s.parent_id = below.id)
            select shelved.id from below, lateral (
              select i.id from item i where i.location_id = below.id and %s limit %d) shelved
            limit %3$d
            """
                .formatted(Numbers.SHORTEST_CODE, scope.item(), scope.most()))
        .params(scope.params())
        .param("key", key)
        .query(
            (row, n) -> new Found(row.getObject(1, UUID.class), Why.LOCATION, Why.LOCATION.score()))
        .list();
  }
}
