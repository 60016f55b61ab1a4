package io.huodang.catalog;

import io.huodang.catalog.PageVersion.Picture;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.SeparatorCode;
import io.huodang.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The pages of the registry and what was read of them. */
@Repository
public class Pages {
  private final JdbcClient jdbc;
  private final JdbcOperations trips;

  Pages(JdbcClient jdbc, JdbcOperations trips) {
    this.jdbc = jdbc;
    this.trips = trips;
  }

  /**
   * Makes the pages of a delivered file; pages that exist stay as they are.
   *
   * @return their ids, in order
   */
  @Transactional
  public List<UUID> create(UUID scanFileId, int count) {
    jdbc.sql(
            """
            insert into page (scan_file_id, number)
            select :file, n from generate_series(1, :count) n
            on conflict (scan_file_id, number) do nothing
            """)
        .param("file", scanFileId)
        .param("count", count)
        .update();
    return jdbc.sql("select id from page where scan_file_id = :file order by number")
        .param("file", scanFileId)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** All pages of the files, in the order of the files given and of the pages in them. */
  public List<UUID> ofFiles(List<UUID> scanFileIds) {
    return jdbc.sql(
            """
            select p.id
            from unnest(cast(:files as uuid[])) with ordinality as f (id, position)
            join page p on p.scan_file_id = f.id
            order by f.position, p.number
            """)
        .param("files", scanFileIds.toArray(UUID[]::new))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The page, or empty when there is none. */
  public Optional<Page> find(UUID id) {
    return findAll(List.of(id)).stream().findFirst();
  }

  /** Those of the pages that exist, in no particular order. */
  public List<Page> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    OneTrip trip = new OneTrip();
    Map<UUID, List<Picture>> pictures = pictures(trip);
    List<Page> pages = new ArrayList<>();
    trip.ask(
            """
            select p.id, p.scan_file_id, p.number, p.state, p.reason_code, p.reason_text,
                   p.rotation as turned, v.id as version_id, v.version, v.width, v.height, v.dpi,
                   v.rotation, v.as_delivered, v.skew, coalesce(p.blank, v.blank) as blank, v.confidence,
                   v.document_type, v.title, v.engine, v.text_sha256
            from page p
            left join page_version v on v.page_id = p.id and v.version = p.current_version
            where p.id = any(?)
            """,
            row -> pages.add(page(row, pictures)))
        .about(ids, trips);
    return pages;
  }

  /**
   * Records what was read of a page as its next version, which becomes the current one.
   *
   * @return the id of the page version
   */
  @Transactional
  public UUID record(UUID pageId, NewPageVersion read) {
    int version =
        jdbc.sql(
                """
                update page
                set current_version = current_version + 1, state = :state,
                    reason_code = :code, reason_text = :text
                where id = :page
                returning current_version
                """)
            .param("page", pageId)
            .param("state", read.flag() == null ? "ok" : "flagged")
            .param("code", read.flag() == null ? null : read.flag().code())
            .param("text", read.flag() == null ? null : read.flag().text())
            .query(Integer.class)
            .single();
    UUID versionId =
        jdbc.sql(
                """
                insert into page_version (page_id, version, width, height, dpi, rotation, as_delivered,
                                          skew, blank, confidence, document_type, title, engine, text_sha256, seconds,
                                          condition)
                values (:page, :version, :width, :height, :dpi, :rotation, :asDelivered,
                        :skew, :blank, :confidence, :documentType, :title, :engine, :text, :seconds,
                        cast(:condition as jsonb))
                returning id
                """)
            .param("page", pageId)
            .param("version", version)
            .param("width", read.width())
            .param("height", read.height())
            .param("dpi", read.dpi())
            .param("rotation", read.rotation())
            .param("asDelivered", read.asDelivered())
            .param("skew", read.skew())
            .param("blank", read.blank())
            .param("confidence", read.confidence())
            .param("documentType", read.documentType())
            .param("title", read.title())
            .param("engine", read.engine())
            .param("text", read.text().bytes())
            .param("seconds", read.seconds())
            .param("condition", read.condition())
            .query(UUID.class)
            .single();
    read.derivatives().forEach(picture -> insert(versionId, picture));
    read.readings().forEach(reading -> insert(versionId, reading));
    return versionId;
  }

  /** Marks a page version as that of a separator sheet. */
  @Transactional
  public void separates(UUID pageVersionId, SeparatorCode code) {
    jdbc.sql("update page_version set separator = :code where id = :version")
        .param("code", code.written())
        .param("version", pageVersionId)
        .update();
  }

  /** The pages of files in order, each with what it says when it is a separator sheet. */
  public List<Leaf> leavesOf(List<UUID> scanFileIds) {
    return jdbc.sql(
            """
            select p.id, v.separator
            from unnest(cast(:files as uuid[])) with ordinality as f (id, position)
            join page p on p.scan_file_id = f.id
            left join page_version v on v.page_id = p.id and v.version = p.current_version
            order by f.position, p.number
            """)
        .param("files", scanFileIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Leaf(
                    row.getObject("id", UUID.class),
                    Optional.ofNullable(row.getString("separator"))
                        .flatMap(SeparatorCode::parse)
                        .orElse(null)))
        .list();
  }

  /**
   * A page among others.
   *
   * @param separator what it says when it is a separator sheet, else null
   */
  public record Leaf(UUID page, @Nullable SeparatorCode separator) {}

  /** Marks a page that cannot be read; its master stays in the vault. */
  @Transactional
  public void quarantine(UUID pageId, Reason reason) {
    jdbc.sql(
            """
            update page set state = 'quarantined', reason_code = :code, reason_text = :text
            where id = :page
            """)
        .param("page", pageId)
        .param("code", reason.code())
        .param("text", reason.text())
        .update();
  }

  /** Whether a file has a page that is not quarantined. */
  public boolean anyReadable(UUID scanFileId) {
    return jdbc.sql(
            """
            select exists (
              select from page where scan_file_id = :file and state <> 'quarantined')
            """)
        .param("file", scanFileId)
        .query(Boolean.class)
        .single();
  }

  /** Keeps a picture that was made later, for example the full one. */
  @Transactional
  public void add(UUID pageVersionId, Picture picture) {
    insert(pageVersionId, picture);
  }

  private void insert(UUID versionId, Picture picture) {
    jdbc.sql(
            """
            insert into derivative (page_version_id, kind, sha256, size, media_type, width, height)
            values (:version, :kind, :sha256, :size, :mediaType, :width, :height)
            on conflict (page_version_id, kind) do update
            set sha256 = excluded.sha256, size = excluded.size, media_type = excluded.media_type,
                width = excluded.width, height = excluded.height
            """)
        .param("version", versionId)
        .param("kind", picture.kind())
        .param("sha256", picture.sha256().bytes())
        .param("size", picture.size())
        .param("mediaType", picture.mediaType())
        .param("width", picture.width())
        .param("height", picture.height())
        .update();
  }

  private void insert(UUID versionId, NewReading reading) {
    jdbc.sql(
            """
            insert into reading (page_version_id, field, row_number, value, confidence, alternatives,
                                 box, source)
            values (:version, :field, :row, :value, :confidence, :alternatives, :box, :source)
            """)
        .param("version", versionId)
        .param("field", reading.field())
        .param("row", reading.row())
        .param("value", reading.value())
        .param("confidence", reading.confidence())
        .param("alternatives", reading.alternatives().toArray(String[]::new))
        .param("box", reading.box())
        .param("source", reading.source())
        .update();
  }

  /** The pictures of current versions, by version. */
  private static Map<UUID, List<Picture>> pictures(OneTrip trip) {
    return trip.askByOwner(
        """
            select d.page_version_id, d.kind, d.sha256, d.size, d.media_type, d.width, d.height
            from derivative d
            join page_version v on v.id = d.page_version_id
            join page p on p.id = v.page_id and p.current_version = v.version
            where p.id = any(?)
            """,
        (row, n) ->
            new Picture(
                row.getString("kind"),
                Sha256.of(row.getBytes("sha256")),
                row.getLong("size"),
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height")));
  }

  private static Page page(ResultSet row, Map<UUID, List<Picture>> pictures) throws SQLException {
    UUID versionId = row.getObject("version_id", UUID.class);
    String code = row.getString("reason_code");
    return new Page(
        row.getObject("id", UUID.class),
        row.getObject("scan_file_id", UUID.class),
        row.getInt("number"),
        Words.read(Page.State.class, row.getString("state")),
        code == null ? null : new Reason(code, row.getString("reason_text")),
        row.getObject("turned", Integer.class),
        versionId == null ? null : version(row, versionId, pictures));
  }

  private static PageVersion version(
      ResultSet row, UUID versionId, Map<UUID, List<Picture>> pictures) throws SQLException {
    return new PageVersion(
        versionId,
        row.getInt("version"),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("dpi"),
        row.getInt("rotation"),
        row.getBoolean("as_delivered"),
        row.getDouble("skew"),
        row.getBoolean("blank"),
        row.getDouble("confidence"),
        row.getString("document_type"),
        row.getString("title"),
        row.getString("engine"),
        Sha256.of(row.getBytes("text_sha256")),
        pictures.getOrDefault(versionId, List.of()));
  }
}
