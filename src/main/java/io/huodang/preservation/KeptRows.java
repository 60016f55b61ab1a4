package io.huodang.preservation;

import io.huodang.vault.Holding;
import io.huodang.vocabulary.Sha256;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the registry says is in the vault, in the order of the rows that say so. */
@Repository
class KeptRows {
  private static final UUID LEAST = new UUID(0, 0);

  private final JdbcClient jdbc;

  KeptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Kept> masters(@Nullable UUID after, int most) {
    return walk(
        """
        select id as row, 'master' as holding, sha256, size, id as scan_file_id, batch_id,
               cast(null as uuid) as page_id, cast(null as text) as picture
        from scan_file where id > :after order by id limit :most
        """,
        after,
        most);
  }

  List<Kept> pageTexts(@Nullable UUID after, int most) {
    return walk(
        """
        select v.id as row, 'page-text' as holding, v.text_sha256 as sha256, cast(null as bigint) as size,
               f.id as scan_file_id, f.batch_id, p.id as page_id, cast(null as text) as picture
        from (select * from page_version where id > :after order by id limit :most) v
        join page p on p.id = v.page_id join scan_file f on f.id = p.scan_file_id
        order by v.id
        """,
        after,
        most);
  }

  List<Kept> manifests(@Nullable UUID after, int most) {
    return walk(
        """
        select id as row, 'manifest' as holding, sha256, cast(null as bigint) as size,
               cast(null as uuid) as scan_file_id, cast(null as uuid) as batch_id,
               cast(null as uuid) as page_id, cast(null as text) as picture
        from manifest where id > :after order by id limit :most
        """,
        after,
        most);
  }

  /** All pictures of some page versions: a part never ends in the middle of one. */
  List<Kept> pictures(@Nullable UUID after, int most) {
    return walk(
        """
        select v.id as row, 'derivative' as holding, d.sha256, d.size, f.id as scan_file_id, f.batch_id,
               p.id as page_id, d.kind as picture
        from (select * from page_version where id > :after order by id limit :most) v
        join page p on p.id = v.page_id join scan_file f on f.id = p.scan_file_id
        left join derivative d on d.page_version_id = v.id
        order by v.id
        """,
        after,
        most);
  }

  /** The picture is not there: who looks at the page has it made again. */
  void forgetPicture(Kept kept) {
    jdbc.sql("delete from derivative where page_version_id = :version and kind = :kind")
        .param("version", kept.row())
        .param("kind", kept.picture())
        .update();
  }

  /** Of these hashes, those that no row names. */
  List<Sha256> unknown(Holding holding, List<Sha256> hashes) {
    String named =
        switch (holding) {
          case MASTER -> "select from scan_file f where f.sha256 = h.sha256";
          case PAGE_TEXT -> "select from page_version v where v.text_sha256 = h.sha256";
          case MANIFEST -> "select from manifest m where m.sha256 = h.sha256";
          case DERIVATIVE -> "select from derivative d where d.sha256 = h.sha256";
        };
    return jdbc.sql(
            "select h.sha256 from unnest(cast(:hashes as bytea[])) as h (sha256) where not exists ("
                + named
                + ")")
        .param("hashes", hashes.stream().map(Sha256::bytes).toArray(byte[][]::new))
        .query((row, n) -> Sha256.of(row.getBytes(1)))
        .list();
  }

  /** How many there are to look at, by stage. */
  Map<String, Long> expected() {
    return Map.of(
        Stage.MASTERS.word(), count("select count(*) from scan_file"),
        Stage.PAGE_TEXTS.word(), count("select count(*) from page_version"),
        Stage.MANIFESTS.word(), count("select count(*) from manifest"),
        Stage.PICTURES.word(), count("select count(*) from derivative"),
        Stage.INDEX.word(), count("select count(*) from ledger where step = 'index'"),
        Stage.AUDIT.word(), count("select seq from audit_head"));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private List<Kept> walk(String sql, @Nullable UUID after, int most) {
    return jdbc.sql(sql)
        .param("after", after == null ? LEAST : after)
        .param("most", most)
        .query(
            (row, n) ->
                new Kept(
                    row.getObject("row", UUID.class),
                    Holding.valueOf(
                        row.getString("holding")
                            .toUpperCase(java.util.Locale.ROOT)
                            .replace('-', '_')),
                    row.getBytes("sha256") == null ? NOTHING : Sha256.of(row.getBytes("sha256")),
                    row.getObject("size", Long.class),
                    row.getObject("scan_file_id", UUID.class),
                    row.getObject("batch_id", UUID.class),
                    row.getObject("page_id", UUID.class),
                    row.getString("picture")))
        .list();
  }

  private static final Sha256 NOTHING = new Sha256("0".repeat(64));
}
