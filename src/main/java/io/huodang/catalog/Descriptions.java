package io.huodang.catalog;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Title, document type and date of items: as the program found them, unless a person said so. */
@Repository
class Descriptions {
  /** What persons said; an empty text says that there is none. A date may be a year or a month. */
  private static final String SAID =
      """
      with said as (
        select max(value) filter (where field = 'title') as title,
               max(value) filter (where field = 'documentType') as type,
               max(value) filter (where field = 'documentDate' and (value = ''
                 or value ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'
                    and pg_input_is_valid(rpad(value, 10, case length(value) when 4 then '-01-01'
                                                          else '-01' end), 'date'))) as date
        from confirmation
        where item_id = :item and page_id is null and superseded_at is null)
      """;

  private static final String DATE =
      """
      cast(rpad(nullif(said.date, ''), 10, case length(said.date) when 4 then '-01-01' else '-01' end)
           as date)""";
  private static final String PRECISION =
      "case length(said.date) when 4 then 'year' when 7 then 'month' when 10 then 'day' end";

  private final JdbcClient jdbc;

  Descriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Sets what the program found where nobody said anything.
   *
   * @param changed whether something else of the item is different now
   * @return whether anything of it is
   */
  boolean set(
      UUID item,
      @Nullable String title,
      @Nullable String type,
      @Nullable LocalDate date,
      boolean changed) {
    return jdbc.sql(
            SAID
                + """
                , wanted as (
                  select case when title is null then :title else nullif(title, '') end as title,
                         case when type is null then :type else nullif(type, '') end as type,
                         case when date is null then cast(:date as date) else %s end as date,
                         case when date is null then case when cast(:date as date) is null
                                                          then null else 'day' end
                              else %s end as precision
                  from said)
                update item
                set title = w.title, document_type = w.type, item_date = w.date,
                    date_precision = w.precision,
                    revision = revision
                      + case when :changed or (item.title, document_type, item_date)
                                  is distinct from (w.title, w.type, w.date) then 1 else 0 end
                from wanted w where id = :item
                returning old.revision <> new.revision
                """
                    .formatted(DATE, PRECISION))
        .param("item", item)
        .param("title", title)
        .param("type", type)
        .param("date", date)
        .param("changed", changed)
        .query(Boolean.class)
        .single();
  }

  /** Sets what persons said; the rest stays. */
  void setConfirmed(UUID item) {
    jdbc.sql(
            SAID
                + """
                update item
                set title = case when said.title is null then item.title
                                 else nullif(said.title, '') end,
                    document_type = case when said.type is null then document_type
                                         else nullif(said.type, '') end,
                    item_date = case when said.date is null then item_date else %s end,
                    date_precision = case when said.date is null then date_precision else %s end
                from said where id = :item
                """
                    .formatted(DATE, PRECISION))
        .param("item", item)
        .update();
  }
}
