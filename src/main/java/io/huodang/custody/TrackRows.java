package io.huodang.custody;

import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;
import io.huodang.catalog.Location;
import io.huodang.search.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of the registry by paper and image. */
@Repository
class TrackRows {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;

  TrackRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Pairs that occur. */
  List<TrackCount> counts() {
    return jdbc.sql( // by item_tracks alone
            """
            select paper_state, image_state, count(*) from item where state <> 'removed'
            group by paper_state, image_state
            """)
        .query((row, n) -> new TrackCount(paper(row, 1), image(row, 2), row.getLong(3)))
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
    Location below = choice.below();
    return jdbc.sql(sql)
        .param(
            "papers", cells.stream().map(cell -> Track.word(cell.paper())).toArray(String[]::new))
        .param(
            "images", cells.stream().map(cell -> Track.word(cell.image())).toArray(String[]::new))
        .param("below", below == null ? null : within(below));
  }

  /** Ids of a location, of whichever archive, and of all within it. */
  private UUID[] within(Location location) {
    return jdbc.sql(
            """
            with recursive way (id, depth) as (
              select id, 1 from storage_location where parent_id is null and code = :first
              union all
              select s.id, way.depth + 1 from storage_location s join way on s.parent_id = way.id
              where way.depth >= :depth or s.code = (cast(:codes as text[]))[way.depth + 1])
            select id from way where depth >= :depth
            """)
        .param("first", location.codes().getFirst())
        .param("codes", location.codes().toArray(String[]::new))
        .param("depth", location.codes().size())
        .query((row, n) -> row.getObject(1, UUID.class))
        .list()
        .toArray(UUID[]::new);
  }

  private static PaperState paper(ResultSet row, int column) throws SQLException {
    return PaperState.valueOf(constant(row.getString(column)));
  }

  private static ImageState image(ResultSet row, int column) throws SQLException {
    return ImageState.valueOf(constant(row.getString(column)));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
