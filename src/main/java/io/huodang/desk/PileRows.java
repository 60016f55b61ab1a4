package io.huodang.desk;

import io.huodang.vocabulary.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and lists what waits by one and the same condition, so that no count promises more. */
@Repository
class PileRows {
  private final JdbcClient jdbc;

  PileRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A pile in SQL.
   *
   * @param columns of {@link Waiting}
   * @param where every row of the pile; its index is named in V17 or V23
   * @param id by which it is ordered
   * @param batch by which it is permitted
   */
  private record Shape(String columns, String where, String id, String batch) {}

  private static Shape shape(Pile pile) {
    return switch (pile) {
      case PROPOSED_LINKS ->
          new Shape(
              """
              l.id, i.id as opens, i.title, null as reason_code, null as reason_text, null as state,
              l.created_at as since,
              case when l.row_number is null then
                (select n.value from name n
                 where n.person_id = l.person_id and n.kind = 'current' and n.ended_at is null
                 order by n.id desc limit 1) end as about,
              case when l.row_number is not null then
                (select count(distinct (o.page_id, o.row_number)) from link o
                 where o.item_id = l.item_id and o.state = 'proposed' and o.row_number is not null)
                end as list_rows
              """,
              // A list of hundreds is one thing to work on.
              """
              from link l join item i on i.id = l.item_id
              where l.state = 'proposed' and l.person_id is not null and i.state <> 'removed'
                and (l.row_number is null or not exists (
                  select from link o where o.item_id = l.item_id and o.state = 'proposed'
                    and o.row_number is not null and o.id < l.id))
              """,
              "l.id",
              "i.batch_id");
      case HELD_ITEMS ->
          new Shape(
              """
              i.id, i.id as opens, i.title, b.title as about, i.reason_code, i.reason_text,
              null as state, i.created_at as since, null as list_rows
              """,
              "from item i left join batch b on b.id = i.batch_id where i.state = 'held'",
              "i.id",
              "i.batch_id");
      case QUARANTINED_FILES -> files("quarantined");
      case FLAGGED_FILES -> files("flagged");
      case WATCHED_FILES ->
          new Shape(
              """
              w.id, w.batch_id as opens, w.path as title, w.folder as about, w.reason_code,
              w.reason_text, null as state, w.failed_at as since, null as list_rows
              """,
              "from watched_failure w where w.dismissed_at is null",
              "w.id",
              "w.batch_id");
      case BATCHES ->
          new Shape(
              """
              b.id, b.id as opens, b.title, u.display_name as about, null as reason_code,
              null as reason_text, b.state, b.created_at as since, null as list_rows
              """,
              "from batch b join app_user u on u.id = b.created_by where b.state <> 'done'",
              "b.id",
              "b.id");
    };
  }

  private static Shape files(String state) {
    return new Shape(
        """
        f.id, f.batch_id as opens, f.path as title, b.title as about, f.reason_code, f.reason_text,
        null as state, f.received_at as since, null as list_rows
        """,
        """
        from scan_file f join batch b on b.id = f.batch_id
        where f.state = '%s' and f.settled_at is null
        """
            .formatted(state),
        "f.id",
        "f.batch_id");
  }

  /**
   * How many wait.
   *
   * @param batches only what belongs to these; null: to any or none
   */
  long count(Pile pile, @Nullable Set<UUID> batches) {
    Shape shape = shape(pile);
    return jdbc.sql("select count(*) " + shape.where() + permitted(shape))
        .param("batches", batches == null ? null : batches.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * What waits, longest first.
   *
   * @param after only what came after this one; null from the first
   */
  List<Waiting> list(Pile pile, @Nullable Set<UUID> batches, @Nullable UUID after, int limit) {
    Shape shape = shape(pile);
    return jdbc.sql(
            "select "
                + shape.columns()
                + shape.where()
                + permitted(shape)
                + " and (cast(:after as uuid) is null or %s > :after) order by %s limit :limit"
                    .formatted(shape.id(), shape.id()))
        .param("batches", batches == null ? null : batches.toArray(UUID[]::new))
        .param("after", after)
        .param("limit", limit)
        .query(PileRows::waiting)
        .list();
  }

  private static String permitted(Shape shape) {
    return " and (cast(:batches as uuid[]) is null or %s = any(:batches))".formatted(shape.batch());
  }

  private static Waiting waiting(ResultSet row, int n) throws SQLException {
    String code = row.getString("reason_code");
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getObject("opens", UUID.class),
        row.getString("title"),
        row.getString("about"),
        code == null ? null : new Reason(code, row.getString("reason_text")),
        row.getString("state"),
        row.getObject("list_rows") == null ? 0 : row.getLong("list_rows"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
