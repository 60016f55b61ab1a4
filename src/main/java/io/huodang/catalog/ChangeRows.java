package io.huodang.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of changes, as it stands in the registry. */
@Repository
class ChangeRows {
  private static final String SELECT =
      """
      select c.id, c.kind, c.made_by, c.made_at, c.why, c.undoes, u.display_name,
             (select undo.id from change undo where undo.undoes = c.id) as undone_by
      from change c join app_user u on u.id = c.made_by
      """;

  private final JdbcClient jdbc;

  ChangeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks an item to the end of the transaction; its revision, or empty when there is none. */
  Optional<Long> lockItem(UUID item) {
    return jdbc.sql("select revision from item where id = :item for no key update")
        .param("item", item)
        .query(Long.class)
        .optional();
  }

  UUID insert(NewChange change, @Nullable UUID undoes, List<Edit> edits) {
    UUID id =
        jdbc.sql(
                """
                insert into change (kind, made_by, why, undoes) values (:kind, :user, :why, :undoes)
                returning id
                """)
            .param("kind", change.kind())
            .param("user", change.user())
            .param("why", change.why())
            .param("undoes", undoes)
            .query(UUID.class)
            .single();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      jdbc.sql(
              """
              insert into change_edit (change_id, position, aspect, subject_id, key, before, after)
              values (:change, :position, :aspect, :subject, :key, :before, :after)
              """)
          .param("change", id)
          .param("position", i + 1)
          .param("aspect", edit.aspect().word())
          .param("subject", edit.subject())
          .param("key", edit.key())
          .param("before", edit.before())
          .param("after", edit.after())
          .update();
    }
    return id;
  }

  /** Raises the revision of all that a change concerns, and keeps at which revision it did so. */
  void touch(UUID change, Effects effects) {
    for (UUID item : effects.items()) {
      touch(change, "item", item);
    }
    for (UUID person : effects.persons()) {
      touch(change, "person", person);
    }
  }

  private void touch(UUID change, String kind, UUID subject) {
    jdbc.sql(
            """
            with touched as (
              update %s set revision = revision + 1 where id = :subject returning revision)
            insert into change_subject (change_id, subject_kind, subject_id, revision)
            select :change, :kind, :subject, revision from touched
            """
                .formatted(kind))
        .param("change", change)
        .param("kind", kind)
        .param("subject", subject)
        .update();
  }

  Optional<Change> find(UUID id) {
    Map<UUID, List<Edit>> edits = editsOf(List.of(id));
    return jdbc.sql(SELECT + " where c.id = :id")
        .param("id", id)
        .query((row, n) -> change(row, edits))
        .optional();
  }

  /** Changes of an item or person behind a revision, newest first. */
  List<Change> of(UUID subject, long revision, int limit) {
    List<UUID> ids =
        jdbc.sql(
                """
                select change_id from change_subject
                where subject_id = :subject and revision > :revision
                order by change_id desc limit :limit
                """)
            .param("subject", subject)
            .param("revision", revision)
            .param("limit", limit)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Edit>> edits = editsOf(ids);
    return jdbc.sql(SELECT + " where c.id in (:ids) order by c.id desc")
        .param("ids", ids)
        .query((row, n) -> change(row, edits))
        .list();
  }

  List<UUID> subjectsOf(UUID change, String kind) {
    return jdbc.sql(
            """
            select subject_id from change_subject
            where change_id = :change and subject_kind = :kind order by subject_id
            """)
        .param("change", change)
        .param("kind", kind)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private Map<UUID, List<Edit>> editsOf(List<UUID> changes) {
    record Row(UUID change, Edit edit) {}
    return jdbc
        .sql(
            """
            select change_id, aspect, subject_id, key, before, after from change_edit
            where change_id in (:changes) order by change_id, position
            """)
        .param("changes", changes)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("change_id", UUID.class),
                    new Edit(
                        Words.read(Aspect.class, row.getString("aspect")),
                        row.getObject("subject_id", UUID.class),
                        row.getString("key"),
                        row.getString("before"),
                        row.getString("after"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::change, HashMap::new, Collectors.mapping(Row::edit, Collectors.toList())));
  }

  private static Change change(ResultSet row, Map<UUID, List<Edit>> edits) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Change(
        id,
        row.getString("kind"),
        row.getString("display_name"),
        row.getObject("made_by", UUID.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("why"),
        row.getObject("undoes", UUID.class),
        row.getObject("undone_by", UUID.class),
        edits.getOrDefault(id, List.of()));
  }
}
