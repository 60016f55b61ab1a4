package io.huodang.accuracy;

import io.huodang.recognition.Sureness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided about values, beside what was read. */
@Repository
class Decisions {
  /** By which a person is found. */
  static final List<String> KEYS = List.of("personName", "citizenId", "insuredNumber");

  private static final UUID NEWEST = new UUID(-1, -1);

  /**
   * A page that nothing was read on is told by its place: the row's page, else the item's first.
   */
  private static final String DECIDED = // by confirmation_decided
      """
      with decided as (
        select c.id, c.item_id, c.field, c.row_number, c.value, c.confirmed_at, r.id as reading_id, r.value as read,
               r.confidence, r.source as method, v.page_id, v.engine, v.rotation, abs(v.skew) as skew, v.dpi,
               i.document_type, b.id as batch_id, b.source, f.corners,
               v.condition ->> 'tone' as tone,
               cast(v.condition ->> 'redInk' as real) as red,
               cast(v.condition -> 'preparation' ->> 'specks' as int) as specks,
               cast(v.condition -> 'preparation' ->> 'inkLevel' as int) as ink,
               cast(v.condition -> 'preparation' ->> 'edgeWidth' as real) * 300
                 / nullif(cast(v.condition -> 'preparation' ->> 'dotsPerInch' as real), 0) as edge,
               case when not c.legible then 'illegible'
                    when r.id is null then 'missed'
                    when c.value = '' then 'invented'
                    when c.value = r.value then 'right'
                    else 'wrong' end as verdict
        from confirmation c
        join item i on i.id = c.item_id and i.state <> 'removed'
        left join reading r on r.id = c.reading_id
        left join page_version rv on rv.id = r.page_version_id
        left join page p on p.id = coalesce(rv.page_id, c.page_id, (
          select ip.page_id from item_version iv join item_page ip on ip.item_version_id = iv.id
          where iv.item_id = i.id and iv.version = i.current_version order by ip.position limit 1))
        left join page_version v on v.id = coalesce(rv.id, (
          select cv.id from page_version cv where cv.page_id = p.id and cv.version = p.current_version))
        left join scan_file f on f.id = p.scan_file_id
        left join batch b on b.id = f.batch_id
        where c.superseded_at is null and c.field not in ('title', 'documentType')
          and (r.id is not null or c.value <> '' or not c.legible)
          and c.confirmed_at >= :from and c.confirmed_at < :until
          and (cast(:type as text) is null or i.document_type = :type)),
      grouped as (
        select d.*, g.dimension, coalesce(g.value, 'unknown') as "group"
        from decided d
        cross join lateral (values
          ('all', 'all'),
          ('type', d.document_type),
          ('confidence', case %s end),
          ('source', d.source),
          ('batch', cast(d.batch_id as text)),
          ('sharpness', case when d.tone = 'bilevel' then null when d.edge < 2 then 'sharp' when d.edge < 4 then 'soft'
                             when d.edge >= 4 then 'blurred' end),
          ('ink', case when d.tone = 'bilevel' then null when d.ink <= 80 then 'dark' when d.ink <= 140 then 'pale'
                       when d.ink <= 215 then 'faint' end),
          ('tone', d.tone),
          ('resolution', case when d.dpi < 180 then 'low' when d.dpi < 280 then 'medium' when d.dpi < 380 then 'usual'
                              when d.dpi >= 380 then 'high' end),
          ('skew', case when d.skew < 0.3 then 'straight' when d.skew < 2 then 'slight' when d.skew >= 2 then 'strong' end),
          ('rotation', case when d.rotation = 0 then 'upright' when d.rotation = 180 then 'upside-down'
                            when d.rotation is not null then 'lying' end),
          ('capture', case when d.corners is null then 'scanner' else 'camera' end),
          ('seal', case when d.tone <> 'colour' then null when d.red < 0.001 then 'none' when d.red < 0.01 then 'some'
                        when d.red >= 0.01 then 'much' end),
          ('dust', case when d.specks < 50 then 'clean' when d.specks < 500 then 'some' when d.specks >= 500 then 'much' end),
          ('method', d.method),
          ('engine', case when d.reading_id is not null then d.engine end)) g (dimension, value))
      """
          .formatted(
              Arrays.stream(Sureness.values())
                  .map(
                      band ->
                          "when d.confidence >= %s then '%s'".formatted(band.from(), band.word()))
                  .collect(Collectors.joining(" ")));

  private final JdbcClient jdbc;

  Decisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every group of every dimension, by field. */
  List<Figure> figures(Choice choice) {
    return asked(
            DECIDED
                + """
                select dimension, "group", field,
                       count(*) filter (where verdict = 'right') as "right",
                       count(*) filter (where verdict = 'wrong') as wrong,
                       count(*) filter (where verdict = 'missed') as missed,
                       count(*) filter (where verdict = 'invented') as invented,
                       count(*) filter (where verdict = 'illegible') as illegible
                from grouped
                group by dimension, "group", field
                order by dimension, "group", field
                """,
            choice)
        .query(
            (row, n) ->
                new Figure(
                    Dimension.of(row.getString("dimension")),
                    row.getString("group"),
                    row.getString("field"),
                    row.getInt("right"),
                    row.getInt("wrong"),
                    row.getInt("missed"),
                    row.getInt("invented"),
                    row.getInt("illegible")))
        .list();
  }

  /**
   * What was not read right in a cell, newest first.
   *
   * @param before only older decisions than this one; null for the newest
   */
  List<Misreading> misreadings(Choice choice, Cell cell, @Nullable UUID before, int limit) {
    return asked(
            DECIDED
                + """
                select * from grouped
                where dimension = :dimension and "group" = :group and verdict in ('wrong', 'missed', 'invented')
                  and (:field = 'all' or field = :field or :field = 'others' and field not in (:keys))
                  and id < :before
                order by id desc
                limit :limit
                """,
            choice)
        .param("dimension", cell.dimension().word())
        .param("group", cell.group())
        .param("field", cell.field())
        .param("keys", KEYS)
        .param("before", before == null ? NEWEST : before)
        .param("limit", limit)
        .query(Decisions::misreading)
        .list();
  }

  /** What batches are called. */
  Map<String, String> titlesOf(List<String> batches) {
    Map<String, String> titles = new HashMap<>();
    if (!batches.isEmpty()) {
      jdbc.sql("select id, title from batch where id in (:ids)")
          .param("ids", batches.stream().map(UUID::fromString).toList())
          .query(
              row -> {
                titles.put(row.getString("id"), row.getString("title"));
              });
    }
    return titles;
  }

  private JdbcClient.StatementSpec asked(String sql, Choice choice) {
    return jdbc.sql(sql)
        .param("from", at(choice.from(), Instant.EPOCH))
        .param("until", at(choice.until(), Instant.parse("9999-01-01T00:00:00Z")))
        .param("type", choice.documentType());
  }

  private static OffsetDateTime at(@Nullable Instant instant, Instant otherwise) {
    return (instant == null ? otherwise : instant).atOffset(ZoneOffset.UTC);
  }

  private static Misreading misreading(ResultSet row, int n) throws SQLException {
    return new Misreading(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("field"),
        row.getObject("row_number", Integer.class),
        row.getString("value"),
        row.getString("read"),
        row.getObject("reading_id", UUID.class),
        row.getDouble("confidence"),
        row.getObject("page_id", UUID.class),
        row.getString("document_type"),
        row.getString("reading_id") == null ? null : row.getString("engine"),
        row.getString("verdict"),
        row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
  }
}
