package io.huodang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a table gives: every word {@code ILIKE}, else names and numbers alike by {@code pg_trgm},
 * the likest first.
 */
final class PlainPostgres implements QualityTarget {
  private static final int AT_ONCE = 2_000;
  private static final int ROWS = 120;

  private final JdbcClient jdbc;

  private PlainPostgres(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static PlainPostgres filled(JdbcClient jdbc, List<PlainPapers> papers) {
    jdbc.sql("drop table if exists plain_paper").update();
    jdbc.sql(
            """
            create table plain_paper (item text, subject text, name text, citizen_id text,
                                      insured_number text, everything text)
            """)
        .update();
    for (int from = 0; from < papers.size(); from += AT_ONCE) {
      List<PlainPapers> some = papers.subList(from, Math.min(papers.size(), from + AT_ONCE));
      jdbc.sql(
              """
              insert into plain_paper
              select * from unnest(cast(:item as text[]), cast(:subject as text[]), cast(:name as text[]),
                                   cast(:citizen as text[]), cast(:insured as text[]), cast(:all as text[]))
              """)
          .param("item", some.stream().map(PlainPapers::item).toArray(String[]::new))
          .param("subject", some.stream().map(PlainPapers::subject).toArray(String[]::new))
          .param("name", some.stream().map(PlainPapers::name).toArray(String[]::new))
          .param("citizen", some.stream().map(PlainPapers::citizenId).toArray(String[]::new))
          .param("insured", some.stream().map(PlainPapers::insuredNumber).toArray(String[]::new))
          .param("all", some.stream().map(p -> String.join(" ", p.values())).toArray(String[]::new))
          .update();
    }
    for (String column : List.of("name", "citizen_id", "insured_number", "everything")) {
      jdbc.sql("create index on plain_paper using gin (" + column + " gin_trgm_ops)").update();
    }
    jdbc.sql("analyze plain_paper").update();
    return new PlainPostgres(jdbc);
  }

  @Override
  public String name() {
    return "ILIKE, pg_trgm";
  }

  @Override
  public QualityAnswer answer(String typed) {
    String[] words = typed.strip().split("[\\s　]+");
    List<PlainPapers.Hit> hits = new ArrayList<>(containing(typed, words));
    if (hits.isEmpty()) {
      hits.addAll(alike(typed));
    }
    return PlainPapers.answer(hits);
  }

  private List<PlainPapers.Hit> containing(String typed, String[] words) {
    StringBuilder all = new StringBuilder("true");
    for (int i = 0; i < words.length; i++) {
      all.append(String.format(Locale.ROOT, " and everything ilike :word%d", i));
    }
    JdbcClient.StatementSpec query =
        jdbc.sql(
                """
                select item, subject from plain_paper where %s
                order by similarity(name, :typed) desc, item limit :rows
                """
                    .formatted(all))
            .param("typed", typed)
            .param("rows", ROWS);
    for (int i = 0; i < words.length; i++) {
      query = query.param("word" + i, "%" + words[i].replaceAll("([%_\\\\])", "\\\\$1") + "%");
    }
    return query.query((row, n) -> new PlainPapers.Hit(row.getString(1), row.getString(2))).list();
  }

  private List<PlainPapers.Hit> alike(String typed) {
    return jdbc.sql(
            """
            select item, subject from plain_paper
            where name % :typed or citizen_id % :typed or insured_number % :typed
            order by greatest(similarity(name, :typed), similarity(citizen_id, :typed),
                              similarity(insured_number, :typed)) desc, item
            limit :rows
            """)
        .param("typed", typed)
        .param("rows", ROWS)
        .query((row, n) -> new PlainPapers.Hit(row.getString(1), row.getString(2)))
        .list();
  }
}
