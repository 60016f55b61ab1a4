package io.huodang.desk;

import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.search.Search;
import io.huodang.search.SearchRequest;
import io.huodang.search.Track;
import io.huodang.vocabulary.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that people keep; each sees only their own. Thread-safe. */
@Service
public class SavedViews {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 60;

  private final JdbcClient jdbc;
  private final Search search;
  private final Audit audit;

  SavedViews(JdbcClient jdbc, Search search, Audit audit) {
    this.jdbc = jdbc;
    this.search = search;
    this.audit = audit;
  }

  /** The viewer's own, by name. */
  public List<SavedView> of(Viewer viewer) {
    return jdbc.sql(
            """
            select id, name, query, category, track, created_at from saved_view
            where user_id = :user order by name collate "zh-x-icu", id
            """)
        .param("user", viewer.userId())
        .query(SavedViews::view)
        .list();
  }

  /**
   * Keeps a search; one that the viewer kept under that name gives way.
   *
   * @throws Refusal {@code bad-view-name}, {@code view-of-number} for a whole citizen ID, {@code
   *     too-many-views}, {@code no-such-category}
   */
  @Transactional
  public SavedView keep(Viewer viewer, String wanted, SearchRequest request) {
    String name = wanted.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal(
          "bad-view-name",
          "A kept search has a name of 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (search.holdsCitizenId(request.query()) || search.holdsCitizenId(name)) {
      throw new Refusal(
          "view-of-number", "A whole citizen ID is not kept; open the person's file instead.");
    }
    List<SavedView> others = of(viewer).stream().filter(view -> !view.name().equals(name)).toList();
    if (others.size() >= MOST) {
      throw new Refusal(
          "too-many-views", "At most %d searches are kept; remove one first.".formatted(MOST));
    }
    SavedView kept = put(viewer.userId(), name, request);
    audit.record(
        AuditEntry.of(viewer.actor(), "save-view")
            .about("view", kept.id())
            .with("name", name)
            .with("query", request.query()));
    return kept;
  }

  private SavedView put(UUID user, String name, SearchRequest request) {
    Track track = request.track();
    try {
      return jdbc.sql(
              """
              insert into saved_view (user_id, name, query, category, track)
              values (:user, :name, :query, :category, :track)
              on conflict (user_id, name) do update
              set query = excluded.query, category = excluded.category, track = excluded.track
              returning id, name, query, category, track, created_at
              """)
          .param("user", user)
          .param("name", name)
          .param("query", request.query())
          .param("category", request.category())
          .param("track", track == null ? null : track.word())
          .query(SavedViews::view)
          .single();
    } catch (DataIntegrityViolationException e) {
      throw new Refusal("no-such-category", "There is no such category.", e);
    }
  }

  /**
   * Forgets one.
   *
   * @throws Refusal {@code no-such-view}, also for someone else's
   */
  @Transactional
  public void remove(Viewer viewer, UUID id) {
    int removed =
        jdbc.sql("delete from saved_view where id = :id and user_id = :user")
            .param("id", id)
            .param("user", viewer.userId())
            .update();
    if (removed == 0) {
      throw new Refusal("no-such-view", "You keep no such search.");
    }
    audit.record(AuditEntry.of(viewer.actor(), "remove-view").about("view", id));
  }

  private static SavedView view(ResultSet row, int n) throws SQLException {
    return new SavedView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("query"),
        row.getObject("category", UUID.class),
        row.getString("track"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
