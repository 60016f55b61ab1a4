package io.huodang.custody;

import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;
import io.huodang.catalog.Location;
import io.huodang.catalog.Shelving;
import io.huodang.catalog.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of the registry by paper and image. */
@Repository
class TrackRows {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Shelving shelving;

  TrackRows(JdbcClient jdbc, Shelving shelving) {
    this.jdbc = jdbc;
    this.shelving = shelving;
  }

  /**
   * Pairs that occur.
   *
   * @param below only papers at this location or within it; null: all
   */
  List<TrackCount> counts(@Nullable Location below) {
    return jdbc.sql( // by item_tracks alone, or by item_location
            """
            select paper_state, image_state, count(*) from item
            where state <> 'removed' %s
            group by paper_state, image_state
            """
                .formatted(below == null ? "" : "and location_id = any(:below)"))
        .param("below", within(below))
        .query(
            (row, n) ->
                new TrackCount(
                    Words.read(PaperState.class, row.getString(1)),
                    Words.read(ImageState.class, row.getString(2)),
                    row.getLong(3)))
        .list();
  }

  /** How many items a choice has. */
  long count(TrackChoice choice) {
    return chosen(
            choice,
            """
            select count(*) from item i join unnest(cast(:papers as text[]), cast(:images as text[])) as cell (paper, image)
              on i.paper_state = cell.paper and i.image_state = cell.image
            where i.state <> 'removed'
              and (cast(:below as uuid[]) is null or i.location_id = any(cast(:below as uuid[])))
            """)
        .query(Long.class)
        .single();
  }

  /** Ids of the items after one, in their order. */
  List<UUID> after(TrackChoice choice, @Nullable UUID last, int limit) {
    return chosen(
            choice,
            """
            select i.id
            from unnest(cast(:papers as text[]), cast(:images as text[])) as cell (paper, image),
              lateral (
                select id from item
                where paper_state = cell.paper and image_state = cell.image and state <> 'removed'
                  and id > :last
                  and (cast(:below as uuid[]) is null or location_id = any(cast(:below as uuid[])))
                order by id limit :limit) i
            order by i.id limit :limit
            """)
        .param("last", last == null ? BEFORE_ALL : last)
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private JdbcClient.StatementSpec chosen(TrackChoice choice, String sql) {
    List<TrackCount> cells = choice.cells();
    return jdbc.sql(sql)
        .param("papers", cells.stream().map(cell -> Words.of(cell.paper())).toArray(String[]::new))
        .param("images", cells.stream().map(cell -> Words.of(cell.image())).toArray(String[]::new))
        .param("below", within(choice.below()));
  }

  private UUID @Nullable [] within(@Nullable Location location) {
    return location == null ? null : shelving.within(location).toArray(UUID[]::new);
  }
}
